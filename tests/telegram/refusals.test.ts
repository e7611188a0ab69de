/** Every refusal that the embedded Telegram knows, produced once; and the table of them, which holds neither more nor less. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { choices } from "../../playground/choices.ts";
import { changeRefusals } from "./refusals/changes.ts";
import { chatRefusals } from "./refusals/chats.ts";
import { fileRefusals } from "./refusals/files.ts";
import { keyboardRefusals } from "./refusals/keyboards.ts";
import { scenes } from "./refusals/scenes.ts";
import { setupRefusals } from "./refusals/setup.ts";
import { openStage } from "./refusals/stage.ts";
import type { Probe, Stage } from "./refusals/stage.ts";
import { textRefusals } from "./refusals/texts.ts";

const probes: Probe[] = [
  ...chatRefusals,
  ...textRefusals,
  ...keyboardRefusals,
  ...changeRefusals,
  ...fileRefusals,
  ...setupRefusals,
];

let stage: Stage;
const closers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  stage = await openStage((close) => closers.push(close));
});
afterAll(async () => {
  for (const close of closers) await close();
});

test.each(probes)("%s", async (words, method, params) => {
  expect(await stage.outcome(method, params(stage))).toBe(words);
});

test.each(scenes)("%s", async (words, outcome) => {
  expect(await outcome()).toBe(words);
});

/** A row of a table in `playground/refusals.md`: `N` stands for a number, `…` for any words. */
interface Row {
  words: string;
  mark: string;
  fits: RegExp;
}

const [met = "", notMet = ""] = readFileSync("playground/refusals.md", "utf8").split("## Not met here");

function rows(page: string): Row[] {
  return [...page.matchAll(/^\| `(.+?)` +\| (\S+) /gm)].map(([, words = "", mark = ""]) => {
    const pattern = words
      .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
      .replaceAll("…", ".*")
      .replace(/\bN\b/g, "-?\\d+");
    return { words, mark, fits: new RegExp(`^${pattern}$`) };
  });
}

describe("the table of refusals", () => {
  const produced = [...probes, ...scenes].map(([words]) => words);

  test("names each text once, as often as it says itself", () => {
    const stated = Number(/^(\d+) texts/m.exec(met)?.[1]);
    expect(new Set(rows(met).map(({ words }) => words)).size).toBe(stated);
    expect(rows(met)).toHaveLength(stated);
    expect(Number(/^(\d+) texts/m.exec(notMet)?.[1])).toBe(rows(notMet).length);
  });

  test("names no text that is not produced above", () => {
    const idle = rows(met).filter(({ fits }) => !produced.some((words) => fits.test(words)));
    expect(idle.map(({ words }) => words)).toEqual([]);
  });

  test("names every text that is produced above, and none of them as not met", () => {
    expect(produced.filter((words) => !rows(met).some(({ fits }) => fits.test(words)))).toEqual([]);
    expect(rows(notMet).filter(({ fits }) => produced.some((words) => fits.test(words)))).toEqual([]);
  });

  test("marks as choices exactly the words written from memory", () => {
    const chosen = rows(met).filter(({ mark }) => mark === "?");
    expect(chosen.map(({ words }) => words.replace("Bad Request: ", "")).sort()).toEqual(
      [...choices.wordsFromMemory].sort(),
    );
  });
});
