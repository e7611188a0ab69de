/** The sheet of a report: every deal with its sums, percentage and overdue payments, totals by currency under it (S1.30). */
import { oneLine } from "../../flows/company/clean-text.ts";
import type { CurrencyCode } from "../../flows/payments/deal.ts";
import type { ReportRow, ReportTotal, SalesReport } from "../../flows/payments/monthly-report.ts";
import { wholePercent } from "../../flows/payments/percentage.ts";
import { monthBefore, type Period } from "../../flows/payments/report-period.ts";
import { line } from "../cards/shown-text.ts";
import type { MadeMessage } from "../delivery/wording.ts";
import { tableRowsMax, type Cell, type Column, type SheetTable } from "../sheets/table.ts";
import { managerName, reportPeriod, reportTitle, type ReportReader } from "./report-words.ts";

type Summed = "total" | "paid" | "percent" | "received" | "open" | "overdue";
const sums: readonly Summed[] = ["total", "paid", "percent", "received", "open", "overdue"];

/** The whole report as a workbook with its caption; undefined: there is nothing in it. */
export function reportSheet(
  report: SalesReport,
  period: Period,
  reader: ReportReader,
): MadeMessage | undefined {
  if (report.managers.length === 0) return undefined;
  const { words } = reader;
  const title = `${reportTitle(report, reader)} · ${reportPeriod(period, reader)}`;
  const deals = report.managers.reduce((all, one) => all + one.rows.length, 0);
  const left = Math.max(0, deals - tableRowsMax);
  const caption = line(words("report-sheet", { title, count: deals, left }), 200);
  return {
    making: { kind: "sheet", format: "xlsx", table: tableOf(report, period, reader) },
    fileName: `${words("report-file")} ${fileStamp(period)}.xlsx`,
    caption,
    otherwise: `${caption}\n${words("report-no-sheet")}`,
  };
}

/** `2026-03` of a whole month, else its dates: names that a folder sorts by time. */
function fileStamp({ from, to }: Period): string {
  return monthBefore(from, 0).to === to && from.endsWith("-01") ? from.slice(0, 7) : `${from} ${to}`;
}

function tableOf(report: SalesReport, period: Period, reader: ReportReader): SheetTable {
  const { company, words } = reader;
  const several = report.managers.length > 1;
  const rows = report.managers.flatMap(({ manager, rows: own }) =>
    own.map((row): Cell[] => [managerName(company, manager), ...dealCells(row)]),
  );
  const perManager = several
    ? report.managers.flatMap(({ manager, totals }) =>
        totals.map((total) => totalCells(managerName(company, manager), total)),
      )
    : [];
  return {
    name: `${words("report-file")} ${fileStamp(period)}`,
    columns: columns(reader),
    rows: rows.slice(0, tableRowsMax).map(clean),
    totals: [...perManager, ...report.totals.map((total) => totalCells(words("report-total"), total))]
      .slice(-100)
      .map(clean),
  };
}

/** Other programs write names as they like: marks that turn the words behind them around stay out of the workbook. */
const clean = (cells: readonly Cell[]): Cell[] =>
  cells.map((cell) => (typeof cell === "string" ? oneLine(cell) : cell));

function columns({ words }: ReportReader): Column[] {
  const column = (name: string, kind: Column["kind"], width: number): Column => ({
    title: words(`report-column-${name}`),
    kind,
    width,
  });
  return [
    column("manager", "text", 22),
    column("deal", "text", 36),
    column("order", "text", 18),
    column("invoice", "text", 18),
    column("customer", "text", 30),
    column("stage", "text", 20),
    column("currency", "text", 9),
    ...sums.map((name) =>
      column(name, name === "percent" ? "percent" : "money", name === "percent" ? 10 : 16),
    ),
  ];
}

function dealCells(row: ReportRow): Cell[] {
  const { name, orderNumber = null, invoiceNumber = null, customer, stage } = row;
  return [name, orderNumber, invoiceNumber, customer, stage, row.currency, ...sumCells(row, row.percent)];
}

function totalCells(who: string, total: ReportTotal): Cell[] {
  const nothing = [null, null, null, null, null];
  return [who, ...nothing, total.currency, ...sumCells(total, wholePercent(total))];
}

function sumCells(
  of: Readonly<Record<Exclude<Summed, "percent">, number>> & { readonly currency: CurrencyCode },
  percent: number | undefined,
): Cell[] {
  return sums.map((name) => (name === "percent" ? (percent ?? null) : of[name]));
}
