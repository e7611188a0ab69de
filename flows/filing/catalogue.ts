/** What the dialogue may look up while it runs: synchronous questions to goods, suppliers, uploads and open requests. */
import type { Answers } from "../engine/answers.ts";
import type { InvoiceWarning } from "../invoices/warnings.ts";
import type { Company, Product, Supplier } from "../company/company.ts";
import type { Process } from "../engine/process.ts";
import type { Request } from "../engine/request.ts";
import type { DepartmentId, FileHash, Instant, PersonId, RequestId, Sku, SupplierId } from "../ids.ts";

/** How far the check of a file is. `page`: a picture of a paper's first page. `why` is a code: `too-big`, `damaged` … */
export type Upload =
  | { readonly kind: "pending" }
  | {
      readonly kind: "ready";
      readonly hash: FileHash;
      readonly mime?: string;
      readonly page?: FileHash;
    }
  | { readonly kind: "refused"; readonly why: string };

/** An invoice as it is being filled in; `except`: the request that is mended is no twin of itself. */
export interface InvoiceAsked {
  readonly answers: Answers;
  readonly place?: DepartmentId;
  readonly now: Instant;
  readonly except?: RequestId;
}

export interface Catalogue {
  /** Products that fit all words of a text: part of the name, article, last digits of a barcode. Best first. */
  searchGoods(text: string, limit: number): readonly Product[];
  productsOfModel(model: string): readonly Product[];
  product(sku: Sku): Product | undefined;
  /** By the whole barcode. */
  productByBarcode(barcode: string): Product | undefined;
  /** By part of the name or by tax number; an empty text gives the first ones. */
  searchSuppliers(text: string, limit: number): readonly Supplier[];
  supplier(id: SupplierId): Supplier | undefined;
  /** Open requests of the place that hold one of these articles, newest first: told before sending. */
  openRequests(place: DepartmentId, skus: readonly Sku[], except?: RequestId): readonly RequestId[];
  /** What speaks against an invoice; nothing where these are answers of no invoice. */
  invoiceWarnings(of: InvoiceAsked): readonly InvoiceWarning[];
  upload(uniqueId: string): Upload;
}

/** Everything a step of the dialogue may know besides the draft and the input. */
export interface Around {
  readonly process: Process;
  readonly company: Company;
  readonly me: PersonId;
  readonly now: Instant;
  readonly catalogue: Catalogue;
  /** The request that is being mended, as it stands. */
  readonly request?: Request;
}
