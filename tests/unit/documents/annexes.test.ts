/** What the annexes of every paper say: specification, sheet of visas, photos. */
import { describe, expect, it } from "vitest";
import { approved, at, kopecks, photoOf, sneakers, writeOff } from "../../documents/sample-papers.ts";
import { linesIn as lines, textIn as text } from "../../documents/sheet-text.ts";

const photo = photoOf("a".repeat(64));

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
