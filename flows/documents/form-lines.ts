/** Lines that forms are made of: signatures over hints, blanks to be filled by hand, requisites of a company. */
import { shortName } from "./short-name.ts";
import { longDate, shortDate } from "./dates.ts";
import type { CalendarDate } from "./dates.ts";
import type { PaperLanguage } from "./amount-in-words.ts";
import type { Paper, PaperSupplier, Signer } from "./paper.ts";
import { paperWords } from "./paper-words.ts";
import type { LineCell, Part, Words } from "./parts.ts";

/** White between two ruled places of a line. */
const space: LineCell = { share: 0.02 };

/** Signatures and captions of photos are not torn over two pages, so none of them may grow without end, characters. */
const clippedMax = 120;
export const clipped = (text = ""): string =>
  text.length > clippedMax ? `${text.slice(0, clippedMax)}…` : text;

/** «Член комиссии ____ (должность) ____ (подпись) ____ (расшифровка)»; what isn't known stays blank. */
export function signature(role: string, signer: Signer | undefined, language: PaperLanguage): Part {
  const words = paperWords[language];
  return {
    kind: "line",
    cells: [
      { share: 0.26, text: role },
      { share: 0.27, text: clipped(signer?.post), ruled: true, hint: words.post, align: "center" },
      space,
      { share: 0.16, ruled: true, hint: words.signature },
      space,
      {
        share: 0.27,
        text: clipped(signer?.name && shortName(signer.name)),
        ruled: true,
        hint: words.nameInFull,
        align: "center",
      },
    ],
  };
}

/** The head's signature and name, under his post. */
export function headSignature(head: Signer, language: PaperLanguage): Part {
  const words = paperWords[language];
  const name = clipped(head.name && shortName(head.name));
  return {
    kind: "line",
    cells: [
      { share: 0.42, ruled: true, hint: words.signature },
      { share: 0.04 },
      { share: 0.54, text: name, ruled: true, hint: words.nameInFull, align: "center" },
    ],
  };
}

/** A label and a ruled place for its value over the rest of the line. */
export function blank(
  label: string,
  value: Words | undefined,
  options: { share?: number; hint?: string } = {},
): Part {
  const share = options.share ?? 0.3;
  const place: LineCell = { share: 1 - share, text: value ?? "", ruled: true };
  return {
    kind: "line",
    cells: [
      ...(share === 0 ? [] : [{ share, text: label }]),
      options.hint === undefined ? place : { ...place, hint: options.hint, align: "center" },
    ],
  };
}

/** «14 марта 2026 г.», or a blank to be dated by hand. */
export function dateOrBlank(date: CalendarDate | undefined, language: PaperLanguage): string {
  if (date !== undefined) return longDate(date, language);
  return language === "ru" ? "«____» ______________ 20____ г." : "«____» ______________ 20____ р.";
}

const joined = (parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(", ");
const named = (label: string, value: string | undefined): string | undefined => value && `${label} ${value}`;

/** Name, tax numbers, address, phone; with `bank` the account as well. */
export function entityRequisites(paper: Paper, language: PaperLanguage, bank = false): string {
  const { entity } = paper;
  const words = paperWords[language];
  return joined([
    entity.name,
    named(words.inn, entity.inn),
    named(words.kpp, entity.kpp),
    named(words.vatId, entity.vatId),
    entity.address,
    named(words.phone, entity.phone),
    ...(bank ? bankRequisites(paper, language) : []),
  ]);
}

function bankRequisites(
  { entity: { bank } }: Paper,
  language: PaperLanguage,
): readonly (string | undefined)[] {
  const words = paperWords[language];
  return [
    named("IBAN", bank?.iban),
    named(words.account, bank?.account),
    bank?.name,
    named(words.bik, bank?.bik),
    named(words.correspondent, bank?.correspondent),
  ];
}

export function supplierRequisites(supplier: PaperSupplier | undefined, language: PaperLanguage): string {
  const words = paperWords[language];
  return joined([
    supplier?.name,
    named(words.inn, supplier?.inn),
    named(words.kpp, supplier?.kpp),
    supplier?.address,
  ]);
}

/** «договор № 12 от 01.02.2025, накладная № 311 от 16.03.2026», with blanks for what isn't known (domain 5.4). */
export function basisOfReturn(supplier: PaperSupplier | undefined, language: PaperLanguage): string {
  const { contract, waybill } = supplier ?? {};
  const [agreement, note, of] =
    language === "ru" ? ["договор", "накладная", "от"] : ["договір", "видаткова накладна", "від"];
  const unknown = "____________";
  const number = waybill?.number === undefined ? `№ ${unknown}` : numbered(waybill.number);
  const date = waybill?.date === undefined ? unknown : shortDate(waybill.date);
  return `${agreement} ${contract ?? `№ ${unknown} ${of} ${unknown}`}, ${note} ${number} ${of} ${date}`;
}

/** «311» and «№ 311» are both printed «№ 311». */
export function numbered(number: string): string {
  return `№\u00a0${number.replace(/^№\s*/u, "")}`;
}

/** Department with its address. */
export function departmentLine({ department }: Paper): string {
  return joined([department.name, department.address]);
}
