/** The program as the README starts it, in a process of its own with a data folder of its own. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Program {
  /** The one address that it prints. */
  readonly url: string;
  /** Asks it to stop and waits for its orderly end. @returns its exit code */
  stop(): Promise<number | null>;
}

/** Starts the playground on a free port and waits for its address. */
export async function startProgram(): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), "countersign-program-"));
  const { BOT_TOKEN: _token, NODE_ENV: _mode, COMPANY_FILE: _company, ...around } = process.env;
  const child = spawn(process.execPath, ["--import", "tsx", "bot/main.ts"], {
    env: { ...around, DATA_DIR: folder, PORT: "0", LOG_LEVEL: "error" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let complaints = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  const printed = new Promise<string>((resolve) => {
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      const address = /http:\/\/\S+/.exec(text)?.[0];
      if (address !== undefined) resolve(address);
    });
  });
  const url = await Promise.race([printed, ended.then(() => undefined)]);
  if (url === undefined) throw new Error(`the program ended before it printed its address: ${complaints}`);
  return {
    url,
    async stop() {
      child.kill("SIGTERM");
      const code = await ended;
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}
