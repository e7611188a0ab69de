/** ТОРГ-16, «Акт о списании товаров» (Госкомстат 25.12.98 № 132, ОКУД 0330216): two sides of landscape A4 (domain 5.1). */
import { amountParts } from "./amount-in-words.ts";
import { shortDate } from "./dates.ts";
import { formatSum } from "../goods/money.ts";
import { formatNumber } from "../goods/quantity.ts";
import { unitOf } from "../goods/units.ts";
import {
  blank,
  dateOrBlank,
  departmentLine,
  entityRequisites,
  headSignature,
  signature,
} from "./form-lines.ts";
import { lineSum, paperDate, quantityTotal, reasonsOf, totals } from "./paper.ts";
import type { Paper, PaperLine, Signer } from "./paper.ts";
import type { Part, Sheet, TableCell, Words } from "./parts.ts";

/** Members' lines of a commission that nobody named. */
const blankMembers: readonly Signer[] = [{}, {}, {}];

export function torg16(paper: Paper): Sheet {
  return {
    kind: "write-off-act",
    orientation: "landscape",
    parts: [...front(paper), { kind: "new-page" }, ...reverse(paper)],
  };
}

function front(paper: Paper): readonly Part[] {
  return [
    {
      kind: "paragraph",
      text: "Унифицированная форма № ТОРГ-16\nУтверждена постановлением Госкомстата\nРоссии от 25.12.98 № 132",
      size: "hint",
      align: "right",
    },
    {
      kind: "columns",
      columns: [
        { share: 0.68, parts: header(paper) },
        { share: 0.32, parts: [codes(paper)] },
      ],
    },
    { kind: "gap" },
    {
      kind: "columns",
      columns: [
        {
          share: 0.6,
          parts: [
            { kind: "gap" },
            {
              kind: "numbered-title",
              title: ["АКТ", "О СПИСАНИИ ТОВАРОВ"],
              boxes: [
                { title: "Номер документа", value: paper.number },
                { title: "Дата составления", value: shortDate(paperDate(paper)) },
              ],
            },
          ],
        },
        { share: 0.05, parts: [] },
        { share: 0.35, parts: approval(paper) },
      ],
    },
    { kind: "gap" },
    reasonsTable(paper),
  ];
}

function header(paper: Paper): readonly Part[] {
  return [
    blank("", entityRequisites(paper, "ru"), { share: 0, hint: "организация, адрес, телефон, факс" }),
    blank("", departmentLine(paper), { share: 0, hint: "структурное подразделение" }),
    blank("Основание для составления акта", basis(paper), { share: 0.36, hint: "ненужное зачеркнуть" }),
  ];
}

/** A commission always works by an order, so «распоряжение» is struck out; without one both words are left to the pen. */
function basis(paper: Paper): Words {
  if (paper.commission?.order === undefined) return "приказ, распоряжение";
  return [{ text: "приказ, " }, { text: "распоряжение", struck: true }];
}

function codes(paper: Paper): Part {
  const { order, date } = paper.commission ?? {};
  return {
    kind: "codes",
    title: "Коды",
    rows: [
      { label: "Форма по ОКУД", code: "0330216" },
      { label: "по ОКПО", code: paper.entity.okpo ?? "" },
      { label: "", code: "" },
      { label: "Вид деятельности по ОКДП", code: "" },
      { label: "номер", code: order ?? "" },
      { label: "дата", code: date === undefined ? "" : shortDate(date) },
      { label: "Вид операции", code: "" },
    ],
  };
}

function approval({ head }: Paper): readonly Part[] {
  return [
    { kind: "paragraph", text: "УТВЕРЖДАЮ", bold: true },
    { kind: "paragraph", text: "Руководитель" },
    blank("", head.post, { share: 0, hint: "должность" }),
    headSignature(head, "ru"),
    { kind: "paragraph", text: dateOrBlank(undefined, "ru") },
  ];
}

function reasonsTable(paper: Paper): Part {
  const waybill = paper.supplier?.waybill;
  return {
    kind: "table",
    numbered: true,
    columns: [
      { share: 0.12, group: "Дата", title: "поступления товара", align: "center" },
      { share: 0.12, group: "Дата", title: "списания товара", align: "center" },
      { share: 0.13, group: "Товарная накладная", title: "номер", align: "center" },
      { share: 0.13, group: "Товарная накладная", title: "дата", align: "center" },
      { share: 0.4, group: "Признаки понижения качества (причины списания)", title: "наименование" },
      { share: 0.1, group: "Признаки понижения качества (причины списания)", title: "код", align: "center" },
    ],
    rows: reasonsOf(paper.lines).map((reason) => [
      "",
      shortDate(paperDate(paper)),
      waybill?.number ?? "",
      waybill?.date === undefined ? "" : shortDate(waybill.date),
      reason.title,
      reason.code,
    ]),
  };
}

function reverse(paper: Paper): readonly Part[] {
  return [
    {
      kind: "paragraph",
      text: `Оборотная сторона формы № ТОРГ-16`,
      size: "hint",
      align: "right",
    },
    goodsTable(paper),
    { kind: "gap" },
    writtenOff(paper),
    { kind: "together", parts: signatures(paper) },
  ];
}

function goodsTable(paper: Paper): Part {
  const several = reasonsOf(paper.lines).length > 1;
  const all = totals(paper.lines);
  return {
    kind: "table",
    numbered: true,
    columns: [
      { share: 0.27, group: "Товар", title: "наименование и характеристика" },
      { share: 0.12, group: "Товар", title: "код", align: "center" },
      { share: 0.07, group: "Единица измерения", title: "наименование", align: "center" },
      { share: 0.06, group: "Единица измерения", title: "код по ОКЕИ", align: "center" },
      { share: 0.08, title: "Количество мест (штук)", align: "right" },
      { share: 0.07, group: "Масса", title: "одного места (штуки)", align: "right" },
      { share: 0.07, group: "Масса", title: "нетто", align: "right" },
      { share: 0.09, title: "Цена,\nруб. коп.", align: "right" },
      { share: 0.1, title: "Стоимость,\nруб. коп.", align: "right" },
      { share: 0.07, title: "Примечание", align: "center" },
    ],
    rows: paper.lines.map((line) => goodsRow(line, several)),
    totals: [
      [
        { text: "Итого", columns: 4, align: "right", bold: true },
        quantityCell(paper.lines, true),
        crossed,
        quantityCell(paper.lines, false),
        crossed,
        { text: all.complete ? formatSum(all.sum) : "", bold: true },
        "",
      ],
    ],
  };
}

const crossed: TableCell = { text: "X", align: "center" };
const weighed = (line: PaperLine): boolean => unitOf(line.unit)?.okei === "166";

function goodsRow(line: PaperLine, several: boolean): readonly TableCell[] {
  const sum = lineSum(line);
  return [
    line.name,
    [line.sku, line.barcode].filter(Boolean).join("\n"),
    line.unit,
    unitOf(line.unit)?.okei ?? "",
    weighed(line) ? "" : formatNumber(line.quantity),
    "",
    weighed(line) ? formatNumber(line.quantity) : "",
    line.price === undefined ? "" : formatSum(line.price),
    sum === undefined ? "" : formatSum(sum),
    several ? `причина ${line.reason.code}` : "",
  ];
}

/** `counted` tells the column of pieces from that of weight; X where a sum of different units has no sense. */
function quantityCell(lines: readonly PaperLine[], counted: boolean): TableCell {
  const total = lines.some((line) => weighed(line) === counted) ? undefined : quantityTotal(lines);
  return total === undefined ? crossed : { text: formatNumber(total), bold: true };
}

/** «Сумма списания прописью … руб. … коп.»; blank as long as a line has no price. */
function writtenOff(paper: Paper): Part {
  const all = totals(paper.lines);
  const { whole, kopecks } = all.complete ? amountParts(all.sum, "ru") : { whole: "", kopecks: "" };
  return {
    kind: "line",
    cells: [
      { share: 0.12, text: "Сумма списания" },
      { share: 0.72, text: whole, ruled: true, hint: "прописью" },
      { share: 0.05, text: "руб.", align: "center" },
      { share: 0.06, text: kopecks, ruled: true, align: "center" },
      { share: 0.05, text: "коп.", align: "center" },
    ],
  };
}

function signatures(paper: Paper): readonly Part[] {
  const members = paper.commission?.members ?? blankMembers;
  return [
    {
      kind: "paragraph",
      text: "Все члены комиссии предупреждены об ответственности за подписание акта, содержащего данные, не соответствующие действительности.",
    },
    signature("Председатель комиссии", paper.commission?.chair, "ru"),
    ...members.map((member, at) => signature(at === 0 ? "Члены комиссии:" : "", member, "ru")),
    signature("Материально ответственное лицо", paper.responsible, "ru"),
    { kind: "gap" },
    { kind: "paragraph", text: "Решение руководителя:", bold: true },
    blank("Стоимость списанного товара отнести на счёт", "", {
      share: 0.3,
      hint: "себестоимость, прибыль, материально ответственное лицо и т. д.",
    }),
  ];
}
