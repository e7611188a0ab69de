/** Finds a Chromium for the browser tests; run by `npm test` it installs one where none is found, and says so. */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const VERSION_MS = 20_000;

/** Some systems put a script at the place of a browser that only says how to get one. @param {string} path */
function runs(path) {
  if (!existsSync(path)) return false;
  const { status, stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: VERSION_MS });
  return status === 0 && /\d+\.\d+/.test(stdout);
}

async function playwrightPath() {
  const { chromium } = await import("playwright-core");
  return chromium.executablePath();
}

/** The path of a browser that runs, or null. `CHROMIUM` names one that goes before all others. */
export async function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (runs(named)) return named;
    throw new Error(`CHROMIUM names ${named}, which does not run. Correct it or leave it out.`);
  }
  const installed = PLACES.find(runs);
  if (installed) return installed;
  const own = await playwrightPath();
  return runs(own) ? own : null;
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  console.log(`> ${command} ${args.join(" ")}`);
  return spawnSync(command, args, {
    stdio: "inherit",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

/** Debian's package as root, else Playwright's own build. */
async function install() {
  const canUseApt = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (canUseApt) {
    console.log("No Chromium found for the browser tests: installing Debian's package.");
    run("apt-get", ["update"]);
    run("apt-get", ["install", "-y", "chromium"]);
    const found = await findChromium();
    if (found) return found;
  }
  console.log("No Chromium found for the browser tests: installing Playwright's.");
  run("npx", ["playwright-core", "install", ...(canUseApt ? ["--with-deps"] : []), "chromium"]);
  return await findChromium();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const path = (await findChromium()) ?? (await install());
  if (path === null) {
    console.error(
      "No Chromium could be installed. Install one yourself, or name it in the environment variable CHROMIUM.",
    );
    process.exit(1);
  }
  console.log(`Browser tests use ${path}`);
}
