/** The picture of a report: a manager's deals, or a head's managers, what was sold beside what has come in (S1.30). */
import { formatMoney, countryOfCurrency } from "../../flows/goods/money.ts";
import { units, type Minor } from "../../flows/ids.ts";
import type { CurrencyCode } from "../../flows/payments/deal.ts";
import {
  foldedRows,
  totalsOf,
  type ManagerReport,
  type ReportRow,
  type SalesReport,
} from "../../flows/payments/monthly-report.ts";
import type { Period } from "../../flows/payments/report-period.ts";
import { button } from "../buttons.ts";
import { captionMax, joined, keptParts, type Part } from "../cards/fit.ts";
import { cut, line } from "../cards/shown-text.ts";
import type { MadeMessage } from "../delivery/wording.ts";
import type { BarsSpec } from "../documents/chart-spec.ts";
import { whoCode } from "./report-scope.ts";
import {
  managerName,
  moneyOf,
  reportPeriod,
  reportTitle,
  signOf,
  totalLines,
  type ReportReader,
} from "./report-words.ts";

/** Managers that a caption lists, where there is room, and that get a button; the sheet has all. */
const listedMax = 8;
const inRow = 2;
/** With more bars the picture would be higher than Telegram shows without shrinking it. */
const barsMax = 10;

interface Bar {
  readonly label: string;
  readonly total: Minor;
  readonly received: Minor;
}

/** One currency of a report as a picture with its caption; undefined: nothing of that currency stands in it. */
export function reportPicture(
  report: SalesReport,
  period: Period,
  currency: CurrencyCode,
  reader: ReportReader,
): MadeMessage | undefined {
  const total = report.totals.find((one) => one.currency === currency);
  if (total === undefined) return undefined;
  const { words, language } = reader;
  const money = (of: Minor): string => formatMoney(of, countryOfCurrency(currency), language);
  const managers = report.managers.flatMap((one) => ofCurrency(one, currency));
  const only = managers.length === 1 ? managers[0] : undefined;
  const title = reportTitle({ ...report, managers }, reader);
  const calendar = reportPeriod(period, reader);
  const bars = only === undefined ? managerBars(managers, reader) : dealBars(only.rows);
  const shown = folded(bars, money, reader);
  const caption: readonly Part[] = [
    { html: `<b>${line(`${title} · ${calendar}`, 150)}</b>` },
    ...totalLines(total, period, reader).map((one) => ({ html: line(one, 120) })),
    ...(only === undefined ? managerLines(managers, currency, reader) : []),
  ];
  const said = (parts: readonly Part[]): string => joined(keptParts(parts, captionMax));
  return {
    making: {
      kind: "chart",
      spec: specOf(title, shown, `${calendar}, ${signOf(currency)}`, money, reader),
    },
    fileName: "report.png",
    caption: said(caption),
    otherwise: said([...caption, { html: words("report-no-picture") }]),
    ...(only === undefined && { buttons: managerButtons(managers, period, reader) }),
  };
}

function ofCurrency({ manager, rows }: ManagerReport, currency: CurrencyCode): ManagerReport[] {
  const own = rows.filter((row) => row.currency === currency);
  return own.length === 0 ? [] : [{ manager, rows: own, totals: totalsOf(own) }];
}

const sum = (bars: readonly Bar[], field: "total" | "received"): Minor =>
  units<Minor>(bars.reduce((all, bar) => all + bar[field], 0));

interface Folded {
  readonly bars: readonly Bar[];
  /** The rest in one line: a bar of it would make all others small. */
  readonly note?: string;
}

function folded(all: readonly Bar[], money: (sum: Minor) => string, { words }: ReportReader): Folded {
  const { shown: bars, rest } = foldedRows(all, barsMax);
  if (rest.length === 0) return { bars };
  const [total, received] = [money(sum(rest, "total")), money(sum(rest, "received"))];
  return { bars, note: words("report-rest", { count: rest.length, total, received }) };
}

const dealBars = (rows: readonly ReportRow[]): Bar[] =>
  rows.map(({ orderNumber, name, total, received }) => ({
    label: cut(orderNumber === undefined ? name : `${orderNumber} · ${name}`, 200),
    total,
    received,
  }));

const managerBars = (managers: readonly ManagerReport[], { company }: ReportReader): Bar[] =>
  managers.map(({ manager, rows }) => ({
    label: cut(managerName(company, manager), 200),
    total: units<Minor>(rows.reduce((all, row) => all + row.total, 0)),
    received: units<Minor>(rows.reduce((all, row) => all + row.received, 0)),
  }));

function specOf(
  title: string,
  { bars, note }: Folded,
  subtitle: string,
  money: (sum: Minor) => string,
  { words }: ReportReader,
): BarsSpec {
  const valueOf = (value: Minor) => ({ value, text: money(value) });
  return {
    kind: "bars",
    title: cut(title, 200),
    subtitle,
    series: [words("report-series-total"), words("report-series-received")],
    rows: bars.map(({ label, total, received }) => ({ label, values: [valueOf(total), valueOf(received)] })),
    ...(note !== undefined && { note }),
  };
}

/** «Петренко М. Р.: получено 105 000,00 ₽, 2 сделки на 159 990,00 ₽»: as many as there is room for. */
function managerLines(
  managers: readonly ManagerReport[],
  currency: CurrencyCode,
  { company, words, language }: ReportReader,
): Part[] {
  return managers.slice(0, listedMax).flatMap(({ manager, totals: [total] }, index) => {
    if (total === undefined) return [];
    const said = words("report-manager", {
      name: cut(managerName(company, manager), 40),
      received: moneyOf(total.received, currency, language),
      count: total.deals,
      sum: moneyOf(total.total, currency, language),
    });
    return [{ html: line(said, 160), dispensable: index + 1 }];
  });
}

/** A button for the report of each manager alone. */
function managerButtons(managers: readonly ManagerReport[], { from, to }: Period, { company }: ReportReader) {
  const buttons = managers.slice(0, listedMax).map(({ manager }) =>
    button(cut(managerName(company, manager), 40), {
      kind: "report-of",
      date: from,
      until: to,
      who: whoCode(manager),
    }),
  );
  return Array.from({ length: Math.ceil(buttons.length / inRow) }, (_, row) =>
    buttons.slice(row * inRow, (row + 1) * inRow),
  );
}
