/** What ТОРГ-16 says (domain 5.1). */
import { describe, expect, it } from "vitest";
import { pieces, sneakers, writeOff, writeOffWithoutCommission } from "../../documents/sample-papers.ts";
import { linesIn as lines, textIn as text } from "../../documents/sheet-text.ts";

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
