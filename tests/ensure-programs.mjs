/** Finds the programs that tests run beside the bot; run by `npm test` it installs Debian's packages where one is missing, and says so. */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Programs with an argument that makes them end at once, and the package of Debian that holds each. */
const PROGRAMS = [{ name: "sqlite3", check: "--version", debian: "sqlite3", why: "stories of payments" }];
const VERSION_MS = 20_000;

/** @param {{ name: string, check: string }} program */
const runs = ({ name, check }) =>
  spawnSync(name, [check], { stdio: "ignore", timeout: VERSION_MS }).status === 0;

/** @param {string} command @param {string[]} args */
function run(command, args) {
  console.log(`> ${command} ${args.join(" ")}`);
  return spawnSync(command, args, {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

const missing = PROGRAMS.filter((program) => !runs(program));
if (missing.length > 0 && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
  for (const { name, why } of missing)
    console.log(`No ${name} found for the ${why}: installing Debian's package.`);
  run("apt-get", ["update"]);
  run("apt-get", ["install", "-y", ...missing.map(({ debian }) => debian)]);
}
const absent = missing.filter((program) => !runs(program));
for (const { name, why } of absent)
  console.error(`No ${name} found for the ${why}, and it could not be installed. Install it yourself.`);
if (absent.length > 0) process.exit(1);
console.log(`Tests use ${PROGRAMS.map(({ name }) => name).join(", ")}`);
