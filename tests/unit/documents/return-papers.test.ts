/** What goes to the supplier with returned goods: ТОРГ-12 and the letter (domain 5.4, 5.5). */
import { describe, expect, it } from "vitest";
import { returned, sneakers, unsold } from "../../documents/sample-papers.ts";
import { linesIn as lines, textIn as text } from "../../documents/sheet-text.ts";

describe("ТОРГ-12 of a return", () => {
  it("makes us the sender and the supplier the consignee, on the basis of contract and waybill", () => {
    const note = lines(returned, "return-note");
    const party = "(организация, адрес, телефон, факс, банковские реквизиты)";
    expect(note).toContain(`Грузополучатель | ООО «Мокасин-Трейд», ИНН 9602000124 ${party}`);
    expect(note.find((line) => line.startsWith("Поставщик |"))).toContain(
      "ООО «Северный шаг», ИНН 9601000019",
    );
    expect(note).toContain(
      "Основание | возврат: договор № 12 от 01.02.2025, накладная № 311 от 20.02.2026 (договор, накладная поставщика)",
    );
    expect(note).toContain("(ВОЗВРАТ ПОСТАВЩИКУ)");
  });

  it("splits VAT off prices and sums", () => {
    expect(text(returned, "return-note")).toContain(
      "715 |  |  |  |  | 3 | 2 049,18 | 6 147,54 | 22 | 1 352,46 | 7 500,00",
    );
    expect(text(returned, "return-note")).toContain(
      "Всего по накладной |  |  | 3 | X | 6 147,54 | X | 1 352,46 | 7 500,00",
    );
  });

  it("leaves blanks for a contract and waybill that nobody knows", () => {
    const { contract: _contract, waybill: _waybill, ...supplier } = returned.supplier ?? { name: "" };
    expect(text({ ...returned, supplier }, "return-note")).toMatch(
      /возврат: договор № _+ от _+, накладная № _+ от _+/,
    );
  });
});

describe("The letter to the supplier", () => {
  it("is a claim where goods are at fault: what was found, what it is worth, what we ask for", () => {
    const letter = text(returned, "claim-letter");
    expect(letter).toContain("ПРЕТЕНЗИЯ");
    expect(letter).toContain("returns@supplier.example");
    expect(letter).toContain(
      "7 500,00 руб. (Семь тысяч пятьсот рублей 00 копеек), в т. ч. НДС 22 %: 1 352,46.",
    );
    expect(letter).toContain("1) принять товар по возвратной накладной № ВП-2026-000009;");
    expect(letter).toContain("Способ возврата | самовывоз поставщиком");
  });

  it("is only a notice where goods go back by agreement", () => {
    const [line = sneakers] = returned.lines;
    const letter = text({ ...returned, lines: [{ ...line, reason: unsold }] }, "claim-letter");
    expect(letter).toContain("УВЕДОМЛЕНИЕ О ВОЗВРАТЕ ТОВАРА");
    expect(letter).not.toContain("Гражданского кодекса");
  });

  it("asks for no correction of VAT from a supplier without it", () => {
    const [{ vat: _none, ...line } = sneakers] = returned.lines;
    const letter = text({ ...returned, lines: [line] }, "claim-letter");
    expect(letter).toContain(
      "2) возвратить уплаченную за товар сумму либо зачесть её в счёт следующих поставок.",
    );
    expect(letter).toContain("без НДС");
  });
});
