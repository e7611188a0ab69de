import { describe, expect, test } from "vitest";
import { goodsOf } from "../../../flows/engine/answers.ts";
import { parseDraft } from "../../../flows/filing/draft-schema.ts";
import type { Draft } from "../../../flows/filing/draft.ts";
import { mended } from "../../../flows/filing/mending.ts";
import { promptOf } from "../../../flows/filing/prompting.ts";
import { newDraft } from "../../../flows/filing/starting.ts";
import { units, type RequestId } from "../../../flows/ids.ts";
import { Desk } from "./desk.ts";
import { company, store3 } from "./north-step.ts";

const stored = (draft: Draft): Draft => parseDraft(JSON.parse(JSON.stringify(draft)));

describe("a draft", () => {
  test("is the same after being stored, at every step of the way", () => {
    const desk = new Desk();
    const seen: Draft[] = [desk.draft];
    for (const text of ["вихрь", "1002 2 пары"]) seen.push(desk.type(text).draft);
    seen.push(desk.press("right").draft, desk.type("Ботинки Альпы 2 пары").draft);
    seen.push(desk.press("add-outside").draft, desk.press("change-lines").draft, desk.press("back").draft);
    seen.push(
      desk.press("done").draft,
      desk.reason("02").draft,
      desk.photos(["a"]).draft,
      desk.press("cancel").draft,
    );
    for (const draft of seen) expect(stored(draft)).toEqual(draft);
  });

  test("whose place in the dialogue an older release wrote goes on with all its answers at the next open question", () => {
    const desk = new Desk().type("1002").type("2").press("done");
    const raw: object = { ...desk.draft, at: { kind: "something-old" } };
    const draft = mended(parseDraft(JSON.parse(JSON.stringify(raw))), desk.around);
    expect(goodsOf(draft.answers)).toHaveLength(1);
    expect(promptOf(draft, desk.around).ask.kind).toBe("reason");
  });

  test("whose reason the company has dropped since asks for it again, and keeps the rest", () => {
    const desk = Desk.atPreview();
    desk.around = {
      ...desk.around,
      company: { ...company, reasons: company.reasons.filter(({ code }) => code !== "01") },
    };
    desk.draft = mended(desk.draft, desk.around);
    expect(desk.prompt.ask).toMatchObject({ kind: "preview", missing: ["reason"] });
    expect(desk.press("submit").asked).toBe("reason");
  });

  test("of a store where the person no longer files moves to the one where he does", () => {
    const desk = Desk.atPreview();
    const elsewhere = company.holders.map((one) =>
      one.person === desk.around.me ? { ...one, department: store3 } : one,
    );
    desk.around = { ...desk.around, company: { ...company, holders: elsewhere } };
    expect(mended(desk.draft, desk.around).place).toBe(store3);
  });

  test("takes the photos that came before it was begun, at most ten", () => {
    const desk = new Desk();
    const media = Array.from({ length: 12 }, (_, index) => ({
      uniqueId: `u${index}`,
      fileId: "f",
      kind: "photo" as const,
      sentAs: "photo" as const,
    }));
    const draft = newDraft(desk.around, media);
    expect(draft.media).toHaveLength(10);
    expect(draft.over).toBe(2);
  });
});

describe("leaving", () => {
  test("an empty form needs no question", () => {
    expect(new Desk().press("cancel").last.after).toEqual({ kind: "leave", keep: false });
  });

  test("a form with answers is kept or deleted as the person says, and back goes on", () => {
    const desk = new Desk().type("1002").type("2");
    expect(desk.press("cancel").asked).toBe("cancel");
    expect(desk.press("back").asked).toBe("goods-list");
    expect(desk.press("cancel").press("keep-draft").last.after).toEqual({ kind: "leave", keep: true });
    desk.draft = { ...desk.draft, at: { kind: "preview" } };
    expect(desk.press("cancel").press("delete-draft").last.after).toEqual({ kind: "leave", keep: false });
  });
});

describe("going back", () => {
  test("leads from question to question to the beginning, and loses nothing", () => {
    const desk = new Desk().type("1002").type("2").press("done").reason("01").photos(["a"]).press("done");
    expect(desk.press("back").asked).toBe("photos");
    expect(desk.press("back").asked).toBe("reason");
    expect(desk.press("back").asked).toBe("goods-list");
    expect(desk.offered.some((button) => button.kind === "back")).toBe(false);
    expect(desk.press("done").press("next").press("done").press("skip").asked).toBe("preview");
    expect(desk.draft.answers["reason"]).toEqual({ kind: "reason", code: "01" });
  });

  test("leads out of a step inside a question first", () => {
    const desk = new Desk().type("1002").type("2").press("change-lines").press("change-quantity");
    expect(desk.press("back").asked).toBe("line");
    expect(desk.press("back").asked).toBe("goods-list");
  });
});

describe("the preview", () => {
  test("shows whom it goes to, and every answer can be changed from it", () => {
    const desk = Desk.atPreview();
    expect(desk.prompt.ask).toMatchObject({ signers: [{ visa: "merchandiser", people: ["belova"] }] });
    const questions = desk
      .press("change")
      .offered.flatMap((b) => (b.kind === "question" ? [b.question] : []));
    expect(questions).toEqual(["goods", "reason", "photos", "comment"]);
    desk.press("question", (b) => b.kind === "question" && b.question === "comment").type("мелочь");
    expect(desk.asked).toBe("preview");
  });

  test("a reason changed to one that wants a comment asks for it before the preview", () => {
    const desk = Desk.atPreview().press("change");
    desk.press("question", (b) => b.kind === "question" && b.question === "reason").reason("02");
    expect(desk.prompt.ask).toMatchObject({ kind: "plain", needed: true });
    expect(desk.type("разбили").asked).toBe("preview");
  });

  test("warns of an open request of the same store with the same article", () => {
    const desk = Desk.atPreview();
    const [line] = goodsOf(desk.draft.answers);
    if (line?.sku !== undefined) desk.shelf.open.set(line.sku, units<RequestId>(12));
    expect(desk.prompt.ask).toMatchObject({ twins: [12] });
  });

  test("tells why nobody could sign it", () => {
    const holders = company.holders.filter(({ post }) => post !== "merchandiser");
    const desk = Desk.atPreview({ company: { ...company, holders } });
    expect(desk.prompt.ask).toMatchObject({
      signers: { refusal: { kind: "nobody-to-sign", post: "merchandiser" } },
    });
  });
});
