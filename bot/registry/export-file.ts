/** The registry as a file: a workbook, CSV, or how each supplier fared, of what one person may see. */
import { loadCompany } from "../../db/company.ts";
import type { Store } from "../../db/open.ts";
import { narrowed, registryPage } from "../../db/registry-pages.ts";
import { sightOf } from "../../db/registry-shelves.ts";
import { supplierRecords } from "../../db/supplier-counts.ts";
import { personById } from "../../flows/company/directory.ts";
import { line } from "../cards/shown-text.ts";
import { tableRowsMax } from "../sheets/table.ts";
import { writeCsv } from "../sheets/write-csv.ts";
import { writeWorkbook } from "../sheets/write-workbook.ts";
import { wordsIn } from "../texts.ts";
import type { Exported, ExportJob } from "./export-job.ts";
import { filterLines } from "./filter-words.ts";
import { requestTable } from "./request-table.ts";
import { supplierTable } from "./supplier-table.ts";

/** Reads and writes it where it is called: only a process that may take its time should. */
export async function exportFile(store: Store, { person, format, filter }: ExportJob): Promise<Exported> {
  const company = loadCompany(store);
  const { language } = personById(company, person) ?? company;
  const words = wordsIn(language);
  const reader = { store, company, words, language };
  const sight = sightOf(store, company, person);
  if (format === "suppliers") {
    const ofKind = filter.process === undefined ? {} : { process: filter.process };
    const records = supplierRecords(store, narrowed(sight, ofKind));
    const caption = words("registry-suppliers-file", { count: records.length });
    const kind = filterLines(ofKind, reader).map((text) => line(text, 120));
    return {
      bytes: await writeWorkbook(supplierTable(records, reader)),
      caption: [caption, ...kind].join("\n"),
    };
  }
  const found = registryPage(store, sight, filter, { limit: tableRowsMax + 1 });
  const requests = found.slice(0, tableRowsMax);
  const table = requestTable(requests, reader);
  const more = found.length > tableRowsMax ? "yes" : "no";
  const said = [
    words("registry-file", { count: requests.length, more }),
    ...filterLines(filter, reader).map((text) => line(text, 120)),
  ];
  const bytes = format === "csv" ? writeCsv(table) : await writeWorkbook(table);
  return { bytes, caption: said.join("\n") };
}
