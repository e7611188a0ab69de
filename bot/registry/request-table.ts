/** Requests as a table: sums as numbers, dates as dates, tax numbers and numbers of papers as words; typed answers have columns of their own. */
import type { Store } from "../../db/open.ts";
import { loadProcess } from "../../db/processes.ts";
import { loadRequest } from "../../db/requests.ts";
import { supplier as supplierById } from "../../db/suppliers.ts";
import type { Company } from "../../flows/company/company.ts";
import { personById } from "../../flows/company/directory.ts";
import { countryOf, departmentOf } from "../../flows/company/places.ts";
import { localDate } from "../../flows/company/zone-time.ts";
import { shortName } from "../../flows/documents/short-name.ts";
import { goodsOf, totalOf, type Answer } from "../../flows/engine/answers.ts";
import type { Process } from "../../flows/engine/process.ts";
import type { Question } from "../../flows/engine/questions.ts";
import { supplierOf } from "../../flows/engine/registry-words.ts";
import type { Request } from "../../flows/engine/request.ts";
import { currencyOf } from "../../flows/goods/money.ts";
import { formatQuantity } from "../../flows/goods/quantity.ts";
import type { Instant, Language, RequestId } from "../../flows/ids.ts";
import { questionTitle } from "../cards/question-title.ts";
import { entityFor } from "../cards/place.ts";
import { standing } from "../cards/standing.ts";
import { plainText } from "../delivery/message.ts";
import type { Cell, Column, SheetTable } from "../sheets/table.ts";
import type { Words } from "../texts.ts";

export interface TableReader {
  readonly store: Store;
  readonly company: Company;
  readonly words: Words;
  readonly language: Language;
}

/** Columns that every request has, before those of its form and after them. */
const before = [
  ["number", "text", 8],
  ["kind", "text", 18],
  ["stage", "text", 26],
  ["place", "text", 26],
  ["entity", "text", 26],
  ["filer", "text", 18],
  ["filed", "date", 12],
  ["ended", "date", 12],
  ["papers", "text", 18],
  ["supplier", "text", 28],
  ["inn", "text", 14],
] as const;
const after = [
  ["goods", "text", 40],
  ["total", "money", 16],
  ["currency", "text", 9],
  ["rework", "number", 12],
] as const;

/** A row per request, in the order given. */
export function requestTable(requests: readonly RequestId[], reader: TableReader): SheetTable {
  const { store, words } = reader;
  const found = requests.flatMap((id) => {
    const request = loadRequest(store, id);
    return request === undefined
      ? []
      : [{ request, process: loadProcess(store, request.process, request.processVersion) }];
  });
  const own = ownColumns(new Set(found.map((one) => one.process)), reader);
  const named = ([name, kind, width]: (typeof before | typeof after)[number]): Column => ({
    title: words(`registry-column-${name}`),
    kind,
    width,
  });
  return {
    name: words("home-registry"),
    columns: [...before.map(named), ...own, ...after.map(named)],
    rows: found.map((one) => rowOf(one, own, reader)),
  };
}

interface Found {
  readonly request: Request;
  readonly process: Process;
}

/** Questions whose answer is a word or a date of its own; goods, sums, reasons and photos stand elsewhere or nowhere. */
const hasColumn = ({ kind }: Question): boolean => kind === "text" || kind === "date" || kind === "choice";

/** Questions that are called alike in several processes share a column. */
function ownColumns(processes: ReadonlySet<Process>, { words, language }: TableReader): Column[] {
  const columns = new Map<string, Column>();
  for (const question of [...processes].flatMap((process) => process.form).filter(hasColumn)) {
    const title = questionTitle(question, words, language);
    const known = columns.get(title);
    const kind = question.kind === "date" && known?.kind !== "text" ? "date" : "text";
    columns.set(title, { title, kind, width: kind === "date" ? 12 : 24 });
  }
  return [...columns.values()];
}

function rowOf(found: Found, own: readonly Column[], reader: TableReader): Cell[] {
  const { request, process } = found;
  const { store, company, words, language } = reader;
  const { place, answers } = request;
  const supplierId = supplierOf(answers);
  const supplier = supplierId && supplierById(store, supplierId);
  const filer = personById(company, request.filer)?.name;
  const entity = entityFor(company, place);
  const date = (at: Instant): string => localDate(at, entity.timeZone);
  const byTitle = new Map<string, Cell>(
    process.form
      .filter(hasColumn)
      .map((question) => [
        questionTitle(question, words, language),
        said(question, answers[question.id], language),
      ]),
  );
  return [
    String(request.id),
    process.title[language],
    plainText(standing({ ...request, process }, reader)),
    departmentOf(company, place)?.name ?? place,
    entity.name,
    filer === undefined ? request.filer : shortName(filer),
    date(request.filedAt),
    request.endedAt === undefined ? null : date(request.endedAt),
    request.papers.map((paper) => paper.number).join(", "),
    supplier?.name ?? supplierId ?? null,
    supplier?.inn ?? null,
    ...own.map((column) => byTitle.get(column.title) ?? null),
    goodsOf(answers)
      .map((goods) => `${goods.name}, ${formatQuantity(goods.quantity, goods.unit, language)}`)
      .join("; "),
    totalOf(answers).total,
    currencyOf(countryOf(company, place)).code,
    request.round - 1 + (request.rework === undefined ? 0 : 1),
  ];
}

function said(question: Question, answer: Answer | undefined, language: Language): Cell {
  if (answer?.kind === "text") return answer.text;
  if (answer?.kind === "date") return answer.date;
  if (answer?.kind !== "choice" || question.kind !== "choice") return null;
  return question.options.find((one) => one.id === answer.option)?.title[language] ?? answer.option;
}
