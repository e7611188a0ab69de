import { describe, expect, test } from "vitest";
import { goodsOf } from "../../../flows/engine/answers.ts";
import { post } from "../../../flows/engine/process.ts";
import { process } from "../../../flows/engine/process-schema.ts";
import { choice, date, text } from "../../../flows/engine/questions.ts";
import { readPlainAnswer } from "../../../flows/filing/plain-answers.ts";
import { supplierReturn } from "../../../flows/processes/return.ts";
import { otherKinds } from "../../../flows/filing/input.ts";
import { Desk } from "./desk.ts";
import { inTwoStores, store3 } from "./north-step.ts";

const atReason = (): Desk => new Desk().type("1002").type("2").type("1020").type("1").press("done");

describe("the reason", () => {
  test("is offered by what the process is for, in the company's order", () => {
    const codes = atReason().offered.flatMap((button) => (button.kind === "reason" ? [button.code] : []));
    expect(codes).toEqual(["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "14", "99"]);
  });

  test.each(["02", "2", "бой", "Бой, порча в магазине", "псування (бій) у магазині", "порча"])(
    "«%s» means the same as pressing it",
    (typed) => {
      expect(atReason().type(typed).draft.answers["reason"]).toEqual({ kind: "reason", code: "02" });
    },
  );

  test("that could be two is asked again", () => {
    expect(atReason().type("пов").said).toEqual(["choose-one"]);
  });

  test("of a return alone is refused for a write-off", () => {
    expect(atReason().type("12").said).toEqual(["choose-one"]);
  });

  test("may differ by line: each line is asked in turn", () => {
    const desk = atReason().press("different-reasons");
    expect(desk.prompt.ask).toMatchObject({ kind: "line-reason", at: 1, of: 2 });
    desk.reason("01");
    expect(desk.prompt.ask).toMatchObject({ kind: "line-reason", at: 2, of: 2 });
    desk.reason("07");
    expect(goodsOf(desk.draft.answers).map(({ reason }) => reason)).toEqual(["01", "07"]);
    expect(desk.prompt.ask).toMatchObject({ kind: "photos", needed: true });
  });

  test("given to each line, and the same everywhere, is one reason when it is sent", () => {
    const desk = atReason().press("different-reasons").reason("01").reason("01");
    desk.photos(["a"]).press("done").press("skip").press("submit");
    const [part] = desk.last.after?.kind === "submit" ? desk.last.after.parts : [];
    expect(part?.["reason"]).toEqual({ kind: "reason", code: "01" });
    expect(goodsOf(part ?? {}).some((line) => "reason" in line)).toBe(false);
  });

  test("one reason for all takes those of the lines away", () => {
    const desk = atReason().press("different-reasons").reason("01").press("one-reason").reason("02");
    expect(goodsOf(desk.draft.answers).every(({ reason }) => reason === undefined)).toBe(true);
  });

  test("a line added later to different reasons is asked for its own before sending", () => {
    const desk = atReason()
      .press("different-reasons")
      .reason("01")
      .reason("01")
      .photos(["a"])
      .press("done")
      .press("skip");
    desk.press("change").press("question").type("АК-1054").type("1").press("done");
    expect(desk.asked).toBe("reason");
  });
});

describe("the comment", () => {
  const atComment = (reason: string): Desk =>
    new Desk().type("1002").type("2").press("done").reason(reason).photos(["a"]).press("done");

  test("is required by some reasons: then there is nothing to skip", () => {
    const desk = atComment("02");
    expect(desk.prompt.ask).toMatchObject({ kind: "plain", needed: true });
    desk.give({ kind: "press", button: { kind: "skip" } });
    expect(desk.last.remarks).toEqual([{ kind: "answer-needed", reasons: ["02"] }]);
  });

  test("of 5 000 characters is refused with both numbers", () => {
    expect(atComment("02").type("я".repeat(5000)).last.remarks).toEqual([
      { kind: "too-long", length: 5000, max: 1000 },
    ]);
  });

  test.each(["   ", "\u200b\u200e", "\u202e"])("of nothing that can be seen is empty", (typed) => {
    expect(atComment("02").type(typed).said).toEqual(["empty"]);
  });

  test("keeps HTML, emoji and direction marks as they were typed, without NUL and broken halves", () => {
    const desk = atComment("02").type("<b>5 < 7</b> 👨‍👩‍👧 \u202eabc\u0000 \ud800");
    expect(desk.draft.answers["comment"]).toEqual({
      kind: "text",
      text: "<b>5 < 7</b> 👨‍👩‍👧 \u202eabc \ufffd",
    });
  });
});

describe("what no question takes", () => {
  test.each(otherKinds)("a message of kind %s loses nothing and says what is wanted", (what) => {
    const desk = new Desk().type("1002");
    const before = desk.draft;
    expect(desk.give({ kind: "other", what }).said).toEqual(["wrong-kind"]);
    expect(desk.draft).toEqual(before);
  });

  test("a file of 25 MB, an unknown file and a HEIC picture are refused where they come", () => {
    const desk = new Desk().type("1002");
    const refusal = { kind: "file-too-big", bytes: 25e6, maxBytes: 20e6 } as const;
    expect(desk.give({ kind: "file-refused", refusal }).said).toEqual(["file-too-big"]);
    expect(desk.give({ kind: "file-refused", refusal: { kind: "unknown-file" } }).said).toEqual([
      "unknown-file",
    ]);
    expect(desk.give({ kind: "file-refused", refusal: { kind: "heic" } }).said).toEqual(["heic"]);
    expect(desk.asked).toBe("quantity");
  });

  test("a button of another question is not taken for an answer", () => {
    const desk = Desk.atPreview();
    expect(desk.give({ kind: "press", button: { kind: "done" } }).said).toEqual(["choose-one"]);
    expect(desk.asked).toBe("preview");
  });
});

describe("the store", () => {
  test("is taken silently when the person has one", () => {
    expect(new Desk().asked).toBe("goods-search");
  });

  test("is asked when there are several, and decides what is sold", () => {
    const desk = new Desk({ company: inTwoStores });
    expect(desk.asked).toBe("place");
    desk.press("place", (button) => button.kind === "place" && button.place === store3);
    expect(desk.type("Крок 40").asked).toBe("quantity");
  });

  test("changed from the preview takes out what the other one doesn't sell, and says so", () => {
    const desk = new Desk({ company: inTwoStores }).press(
      "place",
      (b) => b.kind === "place" && b.place === store3,
    );
    desk
      .type("Крок 40")
      .type("1")
      .type("1002")
      .type("1")
      .press("done")
      .reason("07")
      .press("skip")
      .type("пропали");
    desk
      .press("change")
      .press("change-place")
      .press("place", (b) => b.kind === "place" && b.place !== store3);
    expect(desk.last.remarks).toMatchObject([{ kind: "not-sold-here", lines: [{ sku: "УА-1" }] }]);
    expect(goodsOf(desk.draft.answers).map(({ sku }) => sku)).toEqual(["ОБ-1002"]);
  });
});

describe("dates", () => {
  const question = date("day", { title: { ru: "День", uk: "День", en: "Day" }, need: "required" });
  const read = (typed: string): unknown => {
    if (question.kind !== "date") throw new Error("a date question is one");
    const result = readPlainAnswer(question, typed, "2026-03-14");
    return "answer" in result && result.answer.kind === "date" ? result.answer.date : undefined;
  };
  test.each([
    ["14.03.2026", "2026-03-14"],
    ["1.2.26", "2026-02-01"],
    ["05.03", "2026-03-05"],
    ["2026-03-05", "2026-03-05"],
    ["05.03.2026 г.", "2026-03-05"],
    ["31.02.2026", undefined],
    ["29.02.2026", undefined],
    ["29.02.2024", "2024-02-29"],
    ["завтра", undefined],
    ["14/13/2026", undefined],
  ])("«%s» is %s", (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });
});

test("a process of other questions needs no change of the dialogue: text, date and choice are asked as they are declared", () => {
  const title = { ru: "Вопрос", uk: "Питання", en: "Question" };
  const yes = { ru: "Да, срочно", uk: "Так, терміново", en: "Yes, urgent" };
  const no = { ru: "Нет", uk: "Ні", en: "No" };
  const toy = process({
    ...supplierReturn,
    id: "toy",
    form: [
      text("what", { title, max: 50, need: "required" }),
      date("when", { title, need: "optional" }),
      choice("urgent", {
        title,
        need: "required",
        options: [
          { id: "yes", title: yes },
          { id: "no", title: no },
        ],
      }),
    ],
    stages: {
      review: {
        kind: "visas",
        title,
        visas: { head: { title, to: post("merchandiser"), asks: [], quickReject: [], quickRework: [] } },
        need: "all",
        approved: "done",
        rejected: "no",
        rework: false,
      },
      done: { kind: "final", title, outcome: "positive", says: title, undoable: false, effects: [] },
      no: { kind: "final", title, outcome: "negative", says: title, undoable: false, effects: [] },
    },
  });
  const desk = new Desk({ process: toy });
  expect(desk.prompt.progress).toEqual({ at: 1, of: 3 });
  desk.type("Полка").press("day").type("так, терміново");
  expect(desk.asked).toBe("preview");
  desk.press("submit");
  expect(desk.last.after?.kind === "submit" ? desk.last.after.parts[0] : {}).toEqual({
    what: { kind: "text", text: "Полка" },
    when: { kind: "date", date: "2026-03-14" },
    urgent: { kind: "choice", option: "yes" },
  });
});
