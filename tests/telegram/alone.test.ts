/** The embedded Telegram alone, as another bot's author would start it. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { readPeopleFile } from "../../playground/people-file.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), "alone-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  return dir;
}

function peopleFile(text: string): string {
  const path = join(folder(), "people.yaml");
  writeFileSync(path, text);
  return path;
}

/** Starts the command and reads the address and the token that it prints. */
async function start(people: string, data: string) {
  const args = ["--import", "tsx", "playground/main.ts", "--port", "0", "--people", people, "--data", data];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const printed: Record<string, string> = {};
  for await (const line of createInterface({ input: child.stdout })) {
    const [name = "", value = ""] = line.split(/: +/);
    printed[name] = value;
    if (name.startsWith("Token")) break;
  }
  const stopped = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return {
    api: `${printed["Bot API root"]}/bot${printed["Token of the bot"]}`,
    page: printed["The page of chats"] ?? "",
    async stop(): Promise<number | null> {
      child.kill("SIGTERM");
      return stopped;
    },
  };
}

test("it prints its addresses, serves a bot and a page, and keeps token and chats over a restart", async () => {
  const people = peopleFile('people: [{ id: 7, name: "Anna Smith" }]');
  const data = folder();
  const first = await start(people, data);
  const post = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
  expect((await fetch(`${first.page}playground/people/7/start`, post)).status).toBe(200);
  expect((await fetch(first.page)).status).toBe(200);
  expect(await first.stop()).toBe(0);
  const second = await start(people, data);
  const { result } = (await (await fetch(`${second.api}/getUpdates`)).json()) as { result: object[] };
  expect(result).toMatchObject([{ message: { text: "/start", from: { id: 7, first_name: "Anna" } } }]);
  expect(await second.stop()).toBe(0);
});

test.each([
  ["people: []", /people/],
  ["people: [{ id: -1, name: A }]", /people\[0\]\.id/],
  ["people: [{ id: 1, name: A, colour: red }]", /colour/],
  ["people: [{ id: 1, name: A }, { id: 1, name: B }]", /two people have one id/],
])("a file with a mistake says where it is: %s", (text, words) => {
  expect(() => readPeopleFile(peopleFile(text))).toThrow(words);
});
