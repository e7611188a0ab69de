/** What the dialogue may know, read from the store: the process, the person, the catalogue. */
import {
  goodsByBarcodeTail,
  product,
  productByBarcode,
  productsOfModel,
  searchGoods,
} from "../../../db/goods.ts";
import { fileOf } from "../../../db/files.ts";
import { openGoodsAt } from "../../../db/open-goods.ts";
import type { Store } from "../../../db/open.ts";
import { latestProcess, loadProcess } from "../../../db/processes.ts";
import { loadRequest } from "../../../db/requests.ts";
import { searchSuppliers, supplier } from "../../../db/suppliers.ts";
import { uploadOf } from "../../../db/uploads.ts";
import type { Company, Product } from "../../../flows/company/company.ts";
import type { Around, Catalogue, Upload } from "../../../flows/filing/catalogue.ts";
import type { Draft } from "../../../flows/filing/draft.ts";
import type { FileHash, Instant, PersonId } from "../../../flows/ids.ts";
import { invoiceWarnings } from "../../invoices/warnings.ts";

/** Where it is looked from: a turn of the person, or the drawing of what stands in his chat. */
export interface From {
  readonly tx: Store;
  readonly company: Company;
  readonly me: { readonly id: PersonId };
  readonly now: Instant;
}

/** The surroundings of a draft; undefined: its process or the request that it mends is no longer there. */
export function aroundOf(from: From, draft: Pick<Draft, "process" | "request">): Around | undefined {
  const { tx, company, me, now } = from;
  const request = draft.request === undefined ? undefined : loadRequest(tx, draft.request);
  if (draft.request !== undefined && request === undefined) return undefined;
  const process =
    request === undefined
      ? latestProcess(tx, draft.process)?.process
      : loadProcess(tx, request.process, request.processVersion);
  if (process === undefined) return undefined;
  const mended = request === undefined ? {} : { request };
  return { process, company, me: me.id, now, catalogue: catalogueOf(tx, company), ...mended };
}

/** The store's look-ups as the dialogue asks them. */
export function catalogueOf(store: Store, company: Company): Catalogue {
  return {
    searchGoods: (text, limit) => search(store, text, limit),
    productsOfModel: (model) => productsOfModel(store, model),
    product: (sku) => product(store, sku),
    productByBarcode: (barcode) => productByBarcode(store, barcode),
    searchSuppliers: (text, limit) => searchSuppliers(store, text, limit),
    supplier: (id) => supplier(store, id),
    openRequests: (place, skus, except) => [
      ...new Set(openGoodsAt(store, place, skus, except).map((found) => found.request)),
    ],
    invoiceWarnings: (of) => invoiceWarnings(store, company, of),
    upload: (uniqueId) => uploadState(store, uniqueId),
  };
}

/** Digits alone may also be the end of a barcode; those come after what the words found. */
function search(store: Store, text: string, limit: number): readonly Product[] {
  const found = searchGoods(store, text, limit);
  if (!/^\d{4,14}$/.test(text)) return found;
  const byBarcode = goodsByBarcodeTail(store, text, limit);
  const others = byBarcode.filter((one) => !found.some((known) => known.sku === one.sku));
  return [...found, ...others].slice(0, limit);
}

/** A photo is its own first page. */
function ready(store: Store, hash: FileHash): Upload {
  const file = fileOf(store, hash);
  if (file === undefined) return { kind: "ready", hash };
  const page = file.page ?? (file.mime.startsWith("image/") ? hash : undefined);
  return { kind: "ready", hash, mime: file.mime, ...(page === undefined ? {} : { page }) };
}

/** A file that nobody noted can't be checked: it counts as gone. */
function uploadState(store: Store, uniqueId: string): Upload {
  const upload = uploadOf(store, uniqueId);
  if (upload === undefined) return { kind: "refused", why: "gone" };
  if (upload.status === "ready" && upload.hash !== undefined) return ready(store, upload.hash);
  return upload.status === "refused" ? { kind: "refused", why: upload.why ?? "gone" } : { kind: "pending" };
}
