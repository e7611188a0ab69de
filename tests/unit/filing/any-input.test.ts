import fc from "fast-check";
import { expect, test } from "vitest";
import { goodsOf } from "../../../flows/engine/answers.ts";
import { parseDraft } from "../../../flows/filing/draft-schema.ts";
import { otherKinds, type Input } from "../../../flows/filing/input.ts";
import { supplierReturn } from "../../../flows/processes/return.ts";
import { missing } from "../../../flows/engine/form.ts";
import { invoice } from "../../../flows/processes/invoice.ts";
import { Desk, hashOf } from "./desk.ts";
import { InvoiceDesk } from "./invoice-desk.ts";

type Act = { readonly press: number } | { readonly input: Input };

const texts = fc.oneof(
  fc.constantFrom(
    "1002",
    "вихрь",
    "вихрь 42 2 пары",
    "2",
    "-4",
    "1,5",
    "Готово",
    "01",
    "брак",
    "7707083893",
    "мокасин",
  ),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.constant("я".repeat(5000)),
);
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.nat(30).map((press) => ({ press })) },
  { weight: 4, arbitrary: texts.map((text): Act => ({ input: { kind: "text", text } })) },
  {
    weight: 2,
    arbitrary: fc.nat(14).map((n): Act => {
      const media = { uniqueId: `u${n}`, fileId: "f", kind: "photo", sentAs: "photo" } as const;
      return { input: { kind: "picture", media } };
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...otherKinds).map((what): Act => ({ input: { kind: "other", what } })),
  },
  { weight: 1, arbitrary: fc.constant<Act>({ input: { kind: "settled" } }) },
  { weight: 1, arbitrary: fc.constant<Act>({ input: { kind: "table", uniqueId: "t" } }) },
);

/** What an input may take away: only what the person says with one of these. */
const removing = new Set(["remove", "drop-last-photo", "drop-photos", "right", "right-and-done", "place"]);

test("no row of inputs breaks the dialogue, loses a line or a photo, or leaves a question without a way on", () => {
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 40 }), (row) => {
      const desk = new Desk({ process: supplierReturn });
      for (let n = 0; n < 15; n += 1)
        desk.shelf.uploads.set(`u${n}`, { kind: "ready", hash: hashOf(`u${n}`) });
      for (const act of row) {
        const lines = goodsOf(desk.draft.answers).length;
        const media = desk.draft.media.length;
        const { offered } = desk;
        const button = "press" in act ? offered[act.press % offered.length] : undefined;
        desk.give("input" in act ? act.input : { kind: "press", button: button ?? { kind: "back" } });
        if (button === undefined || !removing.has(button.kind)) {
          expect(goodsOf(desk.draft.answers).length).toBeGreaterThanOrEqual(lines);
          expect(desk.draft.media.length).toBeGreaterThanOrEqual(media);
        }
        expect(parseDraft(JSON.parse(JSON.stringify(desk.draft)))).toEqual(desk.draft);
        expect(desk.offered.length).toBeGreaterThan(0);
        for (const part of desk.last.after?.kind === "submit" ? desk.last.after.parts : [])
          expect(goodsOf(part).length).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 },
  );
});

test("nor does it break the form of an invoice: it can always be stored, always goes on, and is sent only when it is whole", () => {
  const papers = fc.nat(8).map((n): Act => {
    const paper = { uniqueId: `u${n}`, fileId: "f", sentAs: "document", name: `${n}.pdf` } as const;
    return { input: { kind: "paper", paper } };
  });
  const typed = fc
    .constantFrom(
      "244 000",
      "22",
      "44 000",
      "11.03.2026",
      "18.03",
      "без НДС",
      "40702810900000000101 049601777",
    )
    .map((text): Act => ({ input: { kind: "text", text } }));
  fc.assert(
    fc.property(fc.array(fc.oneof(acts, papers, typed), { maxLength: 60 }), (row) => {
      const desk = new InvoiceDesk();
      for (let n = 0; n < 15; n += 1)
        desk.shelf.uploads.set(
          `u${n}`,
          n % 4 === 3 ? { kind: "refused", why: "password" } : { kind: "ready", hash: hashOf(`u${n}`) },
        );
      for (const act of row) {
        const { offered } = desk;
        const button = "press" in act ? offered[act.press % offered.length] : undefined;
        desk.give("input" in act ? act.input : { kind: "press", button: button ?? { kind: "back" } });
        expect(parseDraft(JSON.parse(JSON.stringify(desk.draft)))).toEqual(desk.draft);
        expect(desk.offered.length).toBeGreaterThan(0);
        for (const part of desk.last.after?.kind === "submit" ? desk.last.after.parts : [])
          expect(missing(invoice.form, part, desk.around.company.reasons)).toEqual([]);
      }
    }),
    { numRuns: 200 },
  );
});
