/** Intake: committed first, confirmed after; each update exactly once in effect. */
import type { Update } from "grammy/types";
import { afterEach, describe, expect, test } from "vitest";
import { quarantined } from "../../../db/updates.ts";
import type { Crash, Story, StoryOf } from "../../harness.ts";
import { story } from "../../harness.ts";
import { counted, echo, type Behaviour } from "./echo-parts.ts";

let told: Story | undefined;
afterEach(() => told?.close());

async function begin(behaviour: Behaviour = {}, of: StoryOf = {}): Promise<Story> {
  told = await story({ parts: echo(behaviour), ...of });
  await told.everybody();
  return told;
}

const belova = 1003;
const text = (update_id: number, words: string, from: number = belova): Update => ({
  update_id,
  message: {
    message_id: update_id,
    date: 0,
    chat: { id: from, type: "private", first_name: "A" },
    from: { id: from, is_bot: false, first_name: "A" },
    text: words,
  },
});
const echoes = (of: Story): string[] => of.messagesTo(belova).filter((said) => said !== "echo /start");

describe("dedupe", () => {
  test("F21 the same update twice has one effect", async () => {
    const of = await begin();
    const before = counted(of.store);
    await of.app.intake.take([text(9_000_001, "one")]);
    await of.app.intake.take([text(9_000_001, "one")]);
    await of.settle();
    expect(counted(of.store) - before).toBe(1);
    expect(echoes(of)).toEqual(["echo one"]);
  });

  test("F22 the same update three times at once has one effect, and counts as done three times", async () => {
    const of = await begin();
    const same = text(9_000_001, "one");
    const done = await of.app.intake.take([same, same, same]);
    await of.settle();
    expect(done).toEqual(new Set([9_000_001]));
    expect(echoes(of)).toEqual(["echo one"]);
  });

  test("F24 an update id that jumps down is taken", async () => {
    const of = await begin();
    await of.app.intake.take([text(9_000_005, "first")]);
    await of.app.intake.take([text(77, "second")]);
    await of.settle();
    expect(echoes(of)).toEqual(["echo first", "echo second"]);
  });
});

describe("order", () => {
  test("updates of one person are done in their order, each seeing the effect of the one before", async () => {
    const seen: number[] = [];
    const of = await begin({ onText: (turn) => void seen.push(counted(turn.tx)) });
    seen.length = 0;
    const before = counted(of.store);
    await of.app.intake.take(["a", "b", "c"].map((words, n) => text(9_000_001 + n, words)));
    await of.settle();
    expect(seen).toEqual([before, before + 1, before + 2]);
    expect(echoes(of)).toEqual(["echo a", "echo b", "echo c"]);
  });
});

describe("poison", () => {
  const poison: Behaviour = {
    onText: (_, words) => {
      if (words === "poison") throw new Error("a feature fails on this");
    },
  };

  test("F18 an update that fails five times is put aside, its sender and administrators hear, the rest goes on", async () => {
    const of = await begin(poison);
    const clerk = of.person(belova);
    clerk.raw.text("poison");
    clerk.raw.text("after");
    of.person("kiselev").raw.text("other");
    await of.settle();
    expect(quarantined(of.store, 10)).toMatchObject([{ error: "Error: a feature fails on this" }]);
    const [aside] = quarantined(of.store, 1);
    expect(of.messagesTo(belova).some((said) => said.includes(String(aside?.update)))).toBe(true);
    expect(of.messagesTo(belova).at(-1)).toBe("echo after");
    expect(of.messagesTo("kiselev").at(-1)).toBe("echo other");
    const [administrator] = administratorsOf(of);
    expect(of.messagesTo(administrator ?? "").some((said) => said.includes(String(aside?.update)))).toBe(
      true,
    );
  });

  test("what a failing work has written is undone with it", async () => {
    const of = await begin({
      onText: (turn, words) => {
        if (words !== "poison") return;
        turn.say({ text: "half done" });
        throw new Error("then it fails");
      },
    });
    await of.person(belova).text("poison");
    expect(of.messagesTo(belova)).not.toContain("half done");
  });

  test("F18 an update that kills the process is put aside at the sixth start", async () => {
    let starts = 0;
    const { Crash: Dies } = await import("../../harness.ts");
    const of = await begin({
      onText: (_, words) => {
        if (words !== "killer") return;
        starts += 1;
        throw Object.assign(new Dies("killed"), { code: "SQLITE_BUSY" }); // undoes the whole batch, as a death would
      },
    });
    await of.restart(); // a start after an unclean stop begins one by one
    of.person(belova).raw.text("killer");
    for (let n = 0; n < 7; n += 1) {
      await of.settle().catch((error: Crash) => expect(error.message).toBe("killed"));
      await of.restart();
    }
    await of.settle();
    expect(starts).toBe(5);
    expect(quarantined(of.store, 10)).toHaveLength(1);
  });
});

describe("trouble with the store", () => {
  test("F30 F98 nothing is confirmed while the store can't be written; the press is told, then done once", async () => {
    let full = true;
    const of = await begin({
      onText: (_, words) => {
        if (full && words === "words")
          throw Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
      },
    });
    of.person(belova).raw.text("words");
    await expect(of.app.intake.pass({ timeoutSeconds: 0 })).rejects.toThrow("disk is full");
    await expect(of.app.intake.pass({ timeoutSeconds: 0 })).rejects.toThrow("disk is full");
    expect(quarantined(of.store, 1)).toEqual([]);
    full = false;
    await of.settle();
    expect(echoes(of)).toEqual(["echo words"]);
  }, 20_000);
});

describe("who is heard", () => {
  test("W10 F40 bots, channels and anonymous administrators decide nothing", async () => {
    const of = await begin();
    const before = counted(of.store);
    const plain = text(1, "x").message;
    if (plain === undefined) throw new Error("unreachable");
    const senders: Update[] = [
      { update_id: 9_000_001, message: { ...plain, from: { id: belova, is_bot: true, first_name: "B" } } },
      {
        update_id: 9_000_002,
        message: { ...plain, from: { id: 1_087_968_824, is_bot: false, first_name: "G" } },
      },
      { update_id: 9_000_003, message: { ...plain, sender_chat: { id: -100, type: "channel", title: "C" } } },
    ];
    expect(await of.app.intake.take(senders)).toEqual(new Set([9_000_001, 9_000_002, 9_000_003]));
    await of.settle();
    expect(counted(of.store)).toBe(before);
  });

  test("in a group the bot says once that it works in private, and does nothing", async () => {
    const of = await begin();
    const before = counted(of.store);
    const chat = { id: -4711, type: "group", title: "Магазин" } as const;
    const of_ = (n: number): Update => ({
      update_id: n,
      message: {
        message_id: n,
        date: 0,
        chat,
        from: { id: belova, is_bot: false, first_name: "A" },
        text: "/new",
      },
    });
    await of.app.intake.take([of_(9_000_001)]);
    await of.app.intake.take([of_(9_000_002)]);
    await of.settle();
    const sends = of.telegram.calls
      .all("sendMessage")
      .filter((call) => JSON.stringify(call.params).includes("-4711"));
    expect(sends).toHaveLength(1);
    expect(counted(of.store)).toBe(before);
  });

  test("F35 a press without its message is answered with words", async () => {
    const of = await begin();
    const press = {
      id: "1",
      from: { id: belova, is_bot: false, first_name: "A", language_code: "ru" },
      chat_instance: "1",
      inline_message_id: "x",
      data: "more",
    };
    await of.app.intake.take([{ update_id: 9_000_001, callback_query: press }]);
    await of.settle();
    expect(of.telegram.calls.all("answerCallbackQuery").at(-1)?.params["text"]).toContain("/inbox");
  });

  test("F34 an unknown kind of update is counted as handled", async () => {
    const of = await begin();
    const strange = { update_id: 9_000_001, something_new: { a: 1 } };
    expect(await of.app.intake.take([strange])).toEqual(new Set([9_000_001]));
  });

  test("F120 who forges many presses is left unanswered for an hour; what he may do still works", async () => {
    const of = await begin();
    const clerk = of.person(belova);
    await clerk.text("card");
    const card = clerk.last().id;
    for (let n = 0; n < 20; n += 1) expect((await clerk.press(card, "refuse")).toast).toBe("pressed refuse");
    expect((await clerk.press(card, "refuse")).toast).toBeUndefined();
    expect((await clerk.press(card, "more")).toast).toBe("pressed more");
    await of.later(3_600_001);
    expect((await clerk.press(clerk.find("counted").id, "refuse")).toast).toBe("pressed refuse");
  });
});

function administratorsOf(of: Story): string[] {
  const rows = of.store.sqlite.prepare("SELECT id FROM people WHERE administrator = 1").all();
  return rows.map((row) => String((row as { id: string }).id));
}
