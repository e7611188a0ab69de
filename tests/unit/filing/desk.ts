/** A clerk at the dialogue: answers questions over a catalogue in memory, and counts what it costs him. */
import type { Company, Product, Supplier } from "../../../flows/company/company.ts";
import type { Process } from "../../../flows/engine/process.ts";
import type { Request } from "../../../flows/engine/request.ts";
import type { Around, Catalogue, Upload } from "../../../flows/filing/catalogue.ts";
import { step } from "../../../flows/filing/dialogue.ts";
import type { Draft, Media } from "../../../flows/filing/draft.ts";
import type { Button, ButtonKind, Input } from "../../../flows/filing/input.ts";
import { promptOf } from "../../../flows/filing/prompting.ts";
import type { Prompt } from "../../../flows/filing/prompt.ts";
import { newDraft } from "../../../flows/filing/starting.ts";
import type { Turned } from "../../../flows/filing/turned.ts";
import type { InvoiceWarning } from "../../../flows/invoices/warnings.ts";
import { queryTokens, score } from "../../../flows/goods/search.ts";
import { id, type FileHash, type RequestId, type Sku } from "../../../flows/ids.ts";
import { writeOff } from "../../../flows/processes/write-off.ts";
import { clerk, company, now, products, suppliers } from "./north-step.ts";

export interface Shelf {
  products: readonly Product[];
  suppliers: readonly Supplier[];
  uploads: Map<string, Upload>;
  open: Map<Sku, RequestId>;
  /** What speaks against an invoice, by its number. */
  warnings: Map<string, readonly InvoiceWarning[]>;
}

export function catalogueOf(shelf: Shelf): Catalogue {
  return {
    searchGoods(text, limit) {
      const tokens = queryTokens(text);
      return shelf.products
        .map((one) => ({ one, points: tokens.length === 0 ? 0 : score(one, tokens) }))
        .filter(({ points }) => points > 0)
        .toSorted((a, b) => b.points - a.points)
        .slice(0, limit)
        .map(({ one }) => one);
    },
    productsOfModel: (model) => shelf.products.filter((one) => one.model === model),
    product: (sku) => shelf.products.find((one) => one.sku === sku),
    productByBarcode: (barcode) => shelf.products.find((one) => one.barcode === barcode),
    searchSuppliers: (text, limit) =>
      shelf.suppliers
        .filter((one) => one.name.toLowerCase().includes(text.toLowerCase()) || one.inn === text)
        .slice(0, limit),
    supplier: (known) => shelf.suppliers.find((one) => one.id === known),
    openRequests: (_place, skus) =>
      skus.flatMap((sku) => {
        const found = shelf.open.get(sku);
        return found === undefined ? [] : [found];
      }),
    invoiceWarnings({ answers }) {
      const number = answers["number"];
      return (number?.kind === "text" ? shelf.warnings.get(number.text) : undefined) ?? [];
    },
    upload: (uniqueId) => shelf.uploads.get(uniqueId) ?? { kind: "pending" },
  };
}

export const hashOf = (name: string): FileHash =>
  id<FileHash>(name.padEnd(64, "0").replace(/[^0-9a-f]/g, "a"));

/** Answers questions, counts what it cost, and fails loudly when a button isn't offered. */
export class Desk {
  readonly shelf: Shelf = { products, suppliers, uploads: new Map(), open: new Map(), warnings: new Map() };
  around: Around;
  draft: Draft;
  /** Actions of the person: texts typed, buttons pressed, pictures sent (an album is one). */
  actions = 0;
  last: Turned;

  constructor(
    of: { process?: Process; company?: Company; request?: Request; draft?: (around: Around) => Draft } = {},
  ) {
    this.around = {
      process: of.process ?? writeOff,
      company: of.company ?? company,
      me: clerk,
      now,
      catalogue: catalogueOf(this.shelf),
      ...(of.request === undefined ? {} : { request: of.request }),
    };
    this.draft = of.draft === undefined ? newDraft(this.around) : of.draft(this.around);
    this.last = { draft: this.draft, remarks: [] };
  }

  get prompt(): Prompt {
    return promptOf(this.draft, this.around);
  }
  get asked(): string {
    return this.prompt.ask.kind;
  }
  /** Kinds of what was said to the last input. */
  get said(): readonly string[] {
    return this.last.remarks.map((remark) => remark.kind);
  }
  get offered(): readonly Button[] {
    return this.prompt.buttons.flat();
  }

  give(input: Input): this {
    this.last = step(this.draft, input, this.around);
    this.draft = this.last.draft;
    return this;
  }
  type(text: string): this {
    this.actions += 1;
    return this.give({ kind: "text", text });
  }
  /** Presses the button of a kind, or the one that fits. */
  press(kind: ButtonKind, fits: (button: Button) => boolean = () => true): this {
    const button = this.offered.find((one) => one.kind === kind && fits(one));
    if (button === undefined)
      throw new Error(
        `no "${kind}" among ${this.offered.map((one) => one.kind).join(", ")} at ${this.asked}`,
      );
    this.actions += 1;
    return this.give({ kind: "press", button });
  }
  reason(code: string): this {
    return this.press("reason", (button) => button.kind === "reason" && button.code === code);
  }
  /** Sends pictures as one album, checked at once unless told otherwise. */
  photos(names: readonly string[], upload?: Upload): this {
    this.actions += 1;
    for (const name of names) {
      this.shelf.uploads.set(name, upload ?? { kind: "ready", hash: hashOf(name) });
      const media: Media = { uniqueId: name, fileId: `file-${name}`, kind: "photo", sentAs: "photo" };
      this.give({ kind: "picture", media });
    }
    return this;
  }
  /** Fills a write-off up to its preview. */
  static atPreview(of: ConstructorParameters<typeof Desk>[0] = {}): Desk {
    return new Desk(of)
      .type("1002")
      .type("2")
      .press("done")
      .reason("01")
      .photos(["a"])
      .press("done")
      .press("skip");
  }
}
