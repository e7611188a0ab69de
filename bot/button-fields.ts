/** What buttons carry: how it is read from the wire, and what it is then. */
import { z } from "zod";
import type { DealId, PaymentId, RequestId, VisaId } from "../flows/ids.ts";

/** What a message of the registry shows: what was found, or the choices of one part of its filter. */
export const registryViews = ["list", "kinds", "stages", "suppliers", "periods", "words"] as const;
export type RegistryView = (typeof registryViews)[number];
/** What is given away as a file: what was found, as a workbook or for other programs, or how each supplier fared. */
export const registryFormats = ["xlsx", "csv", "suppliers"] as const;
export type RegistryFormat = (typeof registryFormats)[number];

/** What a reason is asked for. */
export const refusing = ["rejected", "sent-back"] as const;
export type Refusing = (typeof refusing)[number];

const whole = z
  .string()
  .regex(/^(0|[1-9]\d{0,9})$/)
  .transform(Number);
const key = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number);
/** How each field is written on the wire; whoever sent it may have made it up. */
export const fields = {
  request: key,
  deal: key,
  payment: key,
  import: key,
  /** A line of a statement. */
  line: key,
  /** Minor units; below zero: given back. */
  amount: z
    .string()
    .regex(/^-?[1-9]\d{0,14}$/)
    .transform(Number),
  /** Calendar date. */
  date: z.iso.date(),
  /** The last day of a period. */
  until: z.iso.date(),
  /** A person, in few letters (`whoCode`): ids may be longer than a button. */
  who: z.string().regex(/^[0-9a-f]{8}$/),
  /** Another person, in the same way: who takes over. */
  successor: z.string().regex(/^[0-9a-f]{8}$/),
  /** What was shown when something was to be confirmed, as a few letters of its hash. */
  shown: z.string().regex(/^[0-9a-f]{8}$/),
  /** Which content the card showed (F75). */
  revision: whole,
  visa: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  decision: z.enum(["r", "b"]).transform((letter): Refusing => (letter === "r" ? "rejected" : "sent-back")),
  /** Position in a declared list: quick reasons, the signer's questions, options of a choice, papers. */
  index: whole,
  question: whole,
  /** The awaiting row of a prompt. */
  row: whole,
  /** A message of the registry. */
  screen: key,
  view: z.enum(registryViews),
  format: z.enum(registryFormats),
} as const;

/** The same as values. */
export interface Carried {
  readonly request: RequestId;
  readonly deal: DealId;
  readonly payment: PaymentId;
  readonly import: number;
  readonly line: number;
  readonly amount: number;
  readonly date: string;
  readonly until: string;
  readonly who: string;
  readonly successor: string;
  readonly shown: string;
  readonly revision: number;
  readonly visa: VisaId;
  readonly decision: Refusing;
  readonly index: number;
  readonly question: number;
  readonly row: number;
  readonly screen: number;
  readonly view: RegistryView;
  readonly format: RegistryFormat;
}
