/** F1–F11 The real process is killed with SIGKILL at each kind of point, and started again: nothing is lost or doubled. */
import { beforeAll, describe, expect, test } from "vitest";
import { crashPoints, type CrashPointName } from "../../bot/crash-points.ts";
import { openStore } from "../../db/open.ts";
import { verifyLog } from "../../db/verify-log.ts";
import type { Persona } from "../../playground/people.ts";
import type { Telegram } from "../../playground/server.ts";
import { openBed, until } from "./killed-process.ts";
import { surplus } from "./write-off-run.ts";

const people: Persona[] = [
  { id: 1014, name: "Лебедева", firstName: "Полина", languageCode: "ru" },
  { id: 1003, name: "Белова", firstName: "Анна", languageCode: "ru" },
];
const photo = "playground/samples/02-sneakers-defect-no-code.jpg";

type Act = "approve" | "photo" | "hold";
/** The points of a write-off: it sends no letter. */
type Point = Exclude<CrashPointName, `L${number}`>;
const isOfWriteOff = (name: CrashPointName): name is Point => !name.startsWith("L");
const points = (Object.keys(crashPoints) as CrashPointName[]).filter(isOfWriteOff); // keys of that very object
/** When each point is armed: at the act that passes it. */
const armedAt: Readonly<Record<Point, Act>> = {
  F1: "approve",
  F2: "approve",
  F3: "approve",
  F4: "approve",
  F5: "approve",
  F6: "approve",
  F7: "approve",
  F8: "approve",
  F9: "photo",
  F10: "photo",
  F11: "hold",
};

interface Run {
  /** Messages made, other than cards: how many states a card was shown in depends on the machine's pace. */
  readonly sent: readonly string[];
  /** What each person sees in the end. */
  readonly seen: readonly string[];
  readonly log: unknown;
  readonly kills: number;
}

async function run(dieAt?: Point): Promise<Run> {
  const bed = await openBed({ people, company: "playground/demo/company.yaml" });
  const { telegram } = bed;
  try {
    const program = await bed.start();
    const arm = async (act: Act): Promise<void> => {
      if (dieAt !== undefined && armedAt[dieAt] === act)
        await program.order({ kind: "die-at", point: dieAt });
    };
    await tell(telegram, arm, (ms) => bed.advance(program, ms));
    await program.stop();
    return { ...compared(telegram, bed.file), kills: program.kills };
  } finally {
    await bed.close();
  }
}

/** A write-off, waiting each time for what the person would wait for. */
async function tell(
  telegram: Telegram,
  arm: (act: Act) => Promise<void>,
  advance: (ms: number) => Promise<void>,
): Promise<void> {
  const clerk = telegram.person(1014);
  const merchandiser = telegram.person(1003);
  const sees = (who: typeof clerk, words: RegExp): Promise<void> =>
    until(
      telegram,
      () => who.messages().some((one) => one.from === "bot" && words.test(one.text ?? one.caption ?? "")),
      `${String(words)} among ${JSON.stringify(who.messages().map((one) => one.text ?? one.caption))}`,
    );
  const has =
    (label: RegExp): (() => boolean) =>
    () =>
      clerk
        .keyboard()
        .flat()
        .some((one) => label.test(one));
  const choose = async (label: RegExp): Promise<void> => {
    await until(telegram, has(label), `the key ${String(label)}`);
    clerk.text(
      clerk
        .keyboard()
        .flat()
        .find((one) => label.test(one)) ?? "",
    );
  };
  clerk.start();
  merchandiser.start();
  await sees(merchandiser, /Здравствуйте/);
  await choose(/^Списание/);
  await sees(clerk, /Какой товар/);
  clerk.text("Вихрь 42 2 пары");
  await choose(/чёрный/);
  await choose(/это всё/);
  await choose(/Производственный брак/);
  await sees(clerk, /Пришлите фото/);
  await arm("photo");
  clerk.photo(photo);
  await sees(clerk, /^Принято фото: 1[^\n]*$/); // and nothing is left to be checked
  await choose(/Готово/);
  await choose(/Пропустить/);
  await choose(/Отправить/);
  await sees(merchandiser, /^Списание 10/);
  await arm("approve");
  merchandiser.tap(/Согласовать/);
  await sees(merchandiser, /Белова.*✓/);
  await sees(clerk, /Белова.*✓/);
  await arm("hold");
  await advance(180_000);
  await until(telegram, () => clerk.messages().some((one) => one.document !== undefined), "the act");
  const held = (who: typeof clerk): boolean =>
    who.messages().some((one) => /вступит в силу/.test(one.text ?? one.caption ?? ""));
  await until(telegram, () => !held(clerk) && !held(merchandiser), "every card to show the end");
}

function compared(telegram: Telegram, file: string): Omit<Run, "kills"> {
  const store = openStore(file);
  try {
    expect(verifyLog(store)).toMatchObject({ ok: true });
    expect(store.sqlite.prepare("SELECT count(*) AS n FROM papers WHERE file IS NOT NULL").get()).toEqual({
      n: 1,
    });
    const log = store.sqlite
      .prepare("SELECT request, n, event FROM log ORDER BY seq")
      .all()
      .map((row) => {
        const { event, ...where } = row as { event: string }; // the columns of this very query
        return { ...where, kind: (JSON.parse(event) as { kind: string }).kind };
      });
    return { log, sent: newMessages(telegram), seen: people.flatMap(({ id }) => seenBy(telegram, id)) };
  } finally {
    store.close();
  }
}

/** Two runs are never at the same minute: times of day are taken out. */
const timeless = (words: string): string => words.replace(/\d\d:\d\d|\d\d\.\d\d/g, "…");

function newMessages(telegram: Telegram): string[] {
  return telegram.calls
    .all()
    .filter(({ method, status }) => status === 200 && method.startsWith("send"))
    .map(({ method, params: { chat_id: chat, text, caption } }) => {
      const words = typeof text === "string" ? text : typeof caption === "string" ? caption : "";
      return JSON.stringify([method, Number(chat), timeless(words)]);
    })
    .filter((one) => !one.includes("<b>Списание"));
}

function seenBy(telegram: Telegram, person: number): string[] {
  return telegram
    .person(person)
    .messages()
    .filter(({ from }) => from === "bot")
    .map(
      ({ text, caption, document }) =>
        `${person} ${timeless(text ?? caption ?? "")} ${document?.fileName ?? ""}`,
    );
}

describe("the process is killed", () => {
  let undisturbed: Run;
  beforeAll(async () => {
    undisturbed = await run();
  }, 120_000);

  test.each(points)(
    "%s: killed there, the end is the same",
    async (point) => {
      const killed = await run(point);
      expect(killed.kills).toBe(1);
      expect(killed.log).toEqual(undisturbed.log);
      const copies = point === "F7" ? 1 : 0;
      for (const what of ["sent", "seen"] as const) {
        expect(surplus(undisturbed[what], killed[what])).toEqual([]);
        expect(surplus(killed[what], undisturbed[what]).slice(copies)).toEqual([]);
      }
    },
    120_000, // two starts of the program and its photo and paper, on a busy machine
  );
});
