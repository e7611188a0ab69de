/** Why an invoice is filed again: asked while a twin is there, and only then (D28). */
import { describe, expect, test } from "vitest";
import { process } from "../../../flows/engine/process-schema.ts";
import { post } from "../../../flows/engine/process.ts";
import { date, text } from "../../../flows/engine/questions.ts";
import {
  id,
  units,
  type DepartmentId,
  type Instant,
  type PersonId,
  type RequestId,
} from "../../../flows/ids.ts";
import type { InvoiceWarning } from "../../../flows/invoices/warnings.ts";
import { Desk } from "./desk.ts";

const say = (word: string) => ({ ru: word, uk: word, en: word });
const bill = process({
  id: "bill",
  title: say("Счёт"),
  object: say("счёт"),
  filedBy: ["store-clerk"],
  form: [
    text("number", { title: say("Номер"), max: 50, need: "required" }),
    date("date", { title: say("Дата"), need: "optional" }),
    text("twin-reason", { title: say("Почему ещё раз"), max: 300, need: "by-twin" }),
  ],
  first: "review",
  stages: {
    review: {
      kind: "visas",
      title: say("Решение"),
      visas: {
        merchandiser: {
          title: say("Он"),
          to: post("merchandiser"),
          asks: [],
          quickReject: [],
          quickRework: [],
        },
      },
      need: "all",
      approved: "done",
      rejected: "not",
      rework: true,
    },
    done: {
      kind: "final",
      title: say("Да"),
      outcome: "positive",
      says: say("Да"),
      undoable: true,
      effects: [],
    },
    not: {
      kind: "final",
      title: say("Нет"),
      outcome: "negative",
      says: say("Нет"),
      undoable: true,
      effects: [],
    },
  },
});
const twin = (request: number): InvoiceWarning => ({
  kind: "twin",
  twin: {
    request: units<RequestId>(request),
    filer: id<PersonId>("kotov"),
    place: id<DepartmentId>("store-2"),
    filedAt: units<Instant>(0),
    sum: units(100),
    stage: say("Оплачен"),
  },
});

function desk(): Desk {
  const made = new Desk({ process: bill });
  made.shelf.warnings.set("17", [twin(12)]);
  made.shelf.warnings.set("18", [twin(13)]);
  return made;
}
const submitted = (of: Desk) => {
  const { after } = of.last;
  return after?.kind === "submit" ? after.parts[0] : undefined;
};

describe("filing an invoice whose number", () => {
  test("is new: the reason is never asked, and it is not among what can be changed", () => {
    const of = desk().type("16");
    expect(of.prompt.progress).toEqual({ at: 2, of: 2 });
    of.press("skip");
    expect(of.asked).toBe("preview");
    of.press("change");
    expect(of.offered.filter((button) => button.kind === "question")).toHaveLength(2);
    of.press("back").press("submit");
    expect(submitted(of)).not.toHaveProperty("twin-reason");
  });

  test("has a twin: the reason is asked before the preview, can't be skipped, and goes with it", () => {
    const of = desk().type("17");
    expect(of.prompt.progress).toEqual({ at: 2, of: 3 });
    of.press("skip");
    expect(of.asked).toBe("plain");
    expect(of.offered.map((button) => button.kind)).not.toContain("skip");
    of.type("Первый потеряли");
    const preview = of.prompt.ask;
    expect(preview.kind === "preview" ? preview.warnings : []).toEqual([twin(12)]);
    of.press("submit");
    expect(submitted(of)).toMatchObject({ "twin-reason": { text: "Первый потеряли" } });
  });

  test("gets a twin while the preview stands: sending asks for the reason first", () => {
    const of = desk().type("16").press("skip");
    of.shelf.warnings.set("16", [twin(14)]);
    of.press("submit");
    expect(of.said).toEqual(["missing"]);
    of.type("Это второй за неделю").press("submit");
    expect(submitted(of)).toBeDefined();
  });

  test("is changed to another twin's: what was said of the first is no reason for the second", () => {
    const of = desk().type("17").press("skip").type("Первый потеряли");
    of.press("change").press(
      "question",
      (button) => button.kind === "question" && button.question === "number",
    );
    of.type("18").press("submit");
    expect(of.said).toEqual(["missing"]);
  });

  test("is changed to one without a twin: the reason is gone with it", () => {
    const of = desk().type("17").press("skip").type("Первый потеряли");
    of.press("change").press(
      "question",
      (button) => button.kind === "question" && button.question === "number",
    );
    of.type("16").press("submit");
    expect(submitted(of)).toEqual({ number: { kind: "text", text: "16" }, date: { kind: "skipped" } });
  });
});
