/** What is asked of the process that writes the registry into a file, and what it answers. */
import type { RegistryFilter } from "../../db/registry-pages.ts";
import type { PersonId } from "../../flows/ids.ts";
import type { RegistryFormat } from "../button-fields.ts";

export interface ExportJob {
  /** Absolute path of the store: it is read there, never written. */
  readonly store: string;
  /** Whose rights and language count. */
  readonly person: PersonId;
  readonly format: RegistryFormat;
  readonly filter: RegistryFilter;
}

export interface Exported {
  readonly bytes: Uint8Array;
  /** HTML. */
  readonly caption: string;
}
export type ExportAnswer = Exported | { readonly error: string };
