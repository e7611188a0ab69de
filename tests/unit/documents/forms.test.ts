/** What our printed forms say, before any layout: the requisites of domain 5 and 6. */
import { describe, expect, it } from "vitest";
import { printedDocument } from "../../../flows/documents/document.ts";
import type { Paper } from "../../../flows/documents/paper.ts";
import type { SheetKind } from "../../../flows/documents/parts.ts";
import {
  approved,
  at,
  defect,
  kopecks,
  photoOf,
  pieces,
  returned,
  returnedInUkraine,
  sneakers,
  unsold,
  writeOff,
  writeOffInUkraine,
  writeOffWithoutCommission,
} from "../../documents/sample-papers.ts";
import { linesOf } from "../../documents/sheet-text.ts";

function lines(paper: Paper, kind: SheetKind): readonly string[] {
  const sheet = printedDocument(paper).sheets.find((one) => one.kind === kind);
  if (!sheet) throw new Error(`No ${kind} among the sheets`);
  return linesOf(sheet);
}
const text = (paper: Paper, kind: SheetKind): string => lines(paper, kind).join("\n");
const sheetsOf = (paper: Paper): readonly SheetKind[] =>
  printedDocument(paper).sheets.map(({ kind }) => kind);
const photo = photoOf("a".repeat(64));

describe("The document of a request", () => {
  it("for a write-off is the act, its specification, the sheet of visas and the photos", () => {
    expect(sheetsOf({ ...writeOff, photos: [photo] })).toEqual([
      "write-off-act",
      "specification",
      "visa-sheet",
      "photo-annex",
    ]);
  });

  it("for a return is the note, the letter, the specification, the visas on a sheet of their own, and the photos", () => {
    const { sheets } = printedDocument({ ...returned, photos: [photo] });
    expect(sheets.map(({ kind }) => kind)).toEqual([
      "return-note",
      "claim-letter",
      "specification",
      "visa-sheet",
      "photo-annex",
    ]);
    expect(sheets.some(({ below }) => below)).toBe(false);
  });

  it("has no annex of photos where there are none", () => {
    expect(sheetsOf(writeOff)).not.toContain("photo-annex");
  });

  it("keeps our visas to ourselves when a letter is printed for the supplier alone", () => {
    expect(sheetsOf({ ...returned, kind: "claim-letter" })).toEqual(["claim-letter", "specification"]);
  });

  it("is written in the language of the entity's country", () => {
    expect(printedDocument(writeOff).language).toBe("ru");
    expect(printedDocument(writeOffInUkraine).language).toBe("uk");
  });
});

describe("ТОРГ-16", () => {
  it("bears the codes of the form and of the company, and the commission's order as its basis", () => {
    expect(lines(writeOff, "write-off-act")).toEqual(
      expect.arrayContaining([
        "Форма по ОКУД | 0330216",
        "по ОКПО | 96010000",
        "номер | 12-к",
        "дата | 12.01.2026",
        "Номер документа | СП-2026-000017",
        "Дата составления | 14.03.2026",
      ]),
    );
  });

  it("names goods with article, barcode, unit code, quantity, price and sum", () => {
    expect(lines(writeOff, "write-off-act")).toContain(
      "Кроссовки беговые мужские «Вихрь Р-1», чёрный, р. 42 | ОБ-1002\n9520000010027 | пара | 715 | 2 |  |  | 5 000,00 | 10 000,00 | ",
    );
    expect(text(writeOff, "write-off-act")).toContain("Итого | 2 | X | X | X | 10 000,00");
  });

  it("says the sum in words", () => {
    expect(lines(writeOff, "write-off-act")).toContain(
      "Сумма списания | Десять тысяч (прописью) | руб. | 00 | коп.",
    );
  });

  it("has a line to sign for the chair, each member, the responsible person and the head", () => {
    const hints = /\((должность|подпись|расшифровка подписи)\)/g;
    const signed = lines(writeOff, "write-off-act").filter((line) => line.includes("(подпись)"));
    expect(
      signed.map((line) =>
        line
          .replace(hints, "")
          .split("|")
          .map((cell) => cell.trim())
          .filter(Boolean),
      ),
    ).toEqual([
      ["Соколова И. В."],
      ["Председатель комиссии", "директор магазина", "Сидорова А. В."],
      ["Члены комиссии:", "бухгалтер", "Дёмина Ю. О."],
      ["продавец-консультант", "Гаврилова В. Н."],
      ["Материально ответственное лицо", "продавец-консультант", "Котов И. М."],
    ]);
    expect(text(writeOff, "write-off-act")).toContain("Стоимость списанного товара отнести на счёт");
  });

  it("leaves blank lines for a chair and three members where the company names no commission", () => {
    const act = lines(writeOffWithoutCommission, "write-off-act");
    const empty = /^(Председатель комиссии|Члены комиссии:)? ?\| \(должность\)/;
    expect(act.filter((line) => empty.test(line.trim()))).toHaveLength(4);
    expect(act).toContain("номер | ");
  });

  it("names each reason once, and in the lines which of them is meant", () => {
    const damaged = { code: "02", title: "Бой, порча в магазине" };
    const paper = { ...writeOff, lines: [sneakers, { ...sneakers, reason: damaged }, sneakers] };
    const act = lines(paper, "write-off-act");
    expect(act.filter((line) => line.endsWith("Производственный брак | 01"))).toHaveLength(1);
    expect(act.filter((line) => line.endsWith("| причина 02"))).toHaveLength(1);
  });

  it("puts goods sold by weight under weight, and adds up no kilogrammes with pairs", () => {
    const nuts = { ...sneakers, name: "Орехи", unit: "кг", quantity: pieces(3) };
    expect(text({ ...writeOff, lines: [nuts] }, "write-off-act")).toContain("Итого | X | X | 3 | X");
    expect(text({ ...writeOff, lines: [nuts, sneakers] }, "write-off-act")).toContain(
      "Итого | X | X | X | X",
    );
  });

  it("leaves totals and words blank as long as a line has no price", () => {
    const { price: _none, ...unpriced } = sneakers;
    const act = lines({ ...writeOff, lines: [sneakers, unpriced] }, "write-off-act");
    expect(act).toContain("Сумма списания | (прописью) | руб. |  | коп.");
    expect(act.join("\n")).toContain("Итого | 4 | X | X | X |  | ");
  });
});

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

describe("The specification", () => {
  it("has article, barcode, VAT and reason of every line, and adds VAT up by rate, line by line", () => {
    const children = {
      ...sneakers,
      name: "Туфли школьные",
      sku: "ОБ-1025",
      price: kopecks(110_000),
      vat: 10,
    };
    const { vat: _none, ...laces } = { ...sneakers, name: "Шнурки", price: kopecks(10_000) };
    const paper = { ...writeOff, lines: [sneakers, children, laces] };
    expect(lines(paper, "specification")).toContain(
      "1 | Кроссовки беговые мужские «Вихрь Р-1», чёрный, р. 42 | ОБ-1002 | 9520000010027 | пара | 2 | 5 000,00 | 10 000,00 | 22 % | 1 803,28 | 01 Производственный брак",
    );
    expect(text(paper, "specification")).toContain(
      "Двенадцать тысяч четыреста рублей 00 копеек, в т. ч. НДС 22 %: 1 803,28, в т. ч. НДС 10 %: 200,00",
    );
    expect(text(paper, "specification")).toContain(
      "Шнурки | ОБ-1002 | 9520000010027 | пара | 2 | 100,00 | 200,00 | без НДС |  |",
    );
  });
});

describe("The sheet of visas", () => {
  it("says who decided what, for whom, when, in which round, having seen what", () => {
    const visas = [
      {
        ...approved,
        decision: "sent-back" as const,
        remark: "Переснять фото",
        at: at("2026-03-14T12:01:00+03:00"),
      },
      { ...approved, forName: "Киселёв Олег Игоревич", round: 2 },
    ];
    const hash = "5edbf0c9cbc5ebfb3d08e0966708756d\nb2c9747b4a0bd7dfd037656a37e24a26";
    expect(lines({ ...writeOff, visas }, "visa-sheet")).toEqual(
      expect.arrayContaining(["Заявка № 17. Подано: продавец-консультант, Котов И. М., 14.03.2026 11:58"]),
    );
    const sheet = text({ ...writeOff, visas }, "visa-sheet");
    expect(sheet).toContain(
      `Мерчендайзер | мерчендайзер, Белова А. С. |  | На доработку | 14.03.2026 12:01 | 1 | Переснять фото | ${hash}`,
    );
    expect(sheet).toContain(
      `Мерчендайзер | мерчендайзер, Белова А. С. | Киселёв О. И. | Согласовано | 14.03.2026 12:04 | 2 |  | ${hash}`,
    );
  });

  it("shows a visa that was not needed any more without a name", () => {
    const { name: _name, hash: _hash, ...open } = approved;
    const visas = [{ ...open, decision: "not-needed" as const }];
    expect(text({ ...writeOff, visas }, "visa-sheet")).toContain(
      "мерчендайзер |  | Не требуется | 14.03.2026 12:04 | 1 |  | ",
    );
  });
});

describe("The annex of photos", () => {
  it("has place, time, sender, the code that was read, and the beginning of the file's hash", () => {
    const annex = lines({ ...writeOff, photos: [{ ...photo, code: "9520000010027" }] }, "photo-annex");
    expect(annex).toEqual(
      expect.arrayContaining([
        "Приложение № 2 к акту о списании товаров № СП-2026-000017 от 14 марта 2026 г.",
        "Фото 1. Магазин № 2 «Галерея», 14.03.2026 11:57",
        "Прислано: Котов И. М.",
        "Код на фото: 9520000010027",
        "SHA-256: aaaaaaaaaaaaaaaa…",
      ]),
    );
  });
});

describe("Papers of an entity in Ukraine", () => {
  it("have an act with the commission, its conclusion and the sum in hryvnias", () => {
    const act = text(
      {
        ...writeOffInUkraine,
        commission: { ...writeOff.commission, chair: { name: "Бойко Анна Іванівна" }, members: [] },
      },
      "write-off-act",
    );
    expect(act).toContain("АКТ СПИСАННЯ ТОВАРІВ № СП-2026-000017\nвід 14 березня 2026 р.");
    expect(act).toContain(
      "Комісія, призначена наказом від 12 січня 2026 р. № 12-к, у складі: голова комісії: Бойко А. І.",
    );
    expect(act).toContain("Десять тисяч гривень 00 копійок");
    expect(act).toContain("перелічені товари підлягають списанню з обліку");
  });

  it("have a return note with ЄДРПОУ, ІПН, IBAN, and VAT apart from the sum", () => {
    const note = text(returnedInUkraine, "return-note");
    expect(note).toContain(
      "ТОВ «Північний крок», ЄДРПОУ 90000015, ІПН 900000110015, IBAN UA693999990000026001000000101",
    );
    expect(note).toContain("Разом | 8 333,33\nПДВ 20 % | 1 666,67\nВсього | 10 000,00");
  });

  it.each([writeOffInUkraine, returnedInUkraine])(
    "hold no Russian letter and no rouble ($number)",
    (paper) => {
      const all = printedDocument({ ...paper, photos: [photo] })
        .sheets.flatMap(linesOf)
        .join("\n");
      expect(all).not.toMatch(/[ыэъё]|руб/i);
    },
  );
});

describe("The words of all forms", () => {
  it.each([writeOff, returned, writeOffInUkraine, returnedInUkraine])(
    "mix no Latin letters into Cyrillic words ($number)",
    (paper) => {
      const all = printedDocument({ ...paper, photos: [photo] })
        .sheets.flatMap(linesOf)
        .join("\n");
      expect(all.match(/[а-яёіїєґ’]+[a-z]|[a-z][а-яёіїєґ]/i)?.[0]).toBeUndefined();
    },
  );

  it("call the reason by its title of the paper's language", () => {
    expect(text(writeOff, "specification")).toContain(`${defect.code} ${defect.title}`);
  });
});
