/** The buttons of letters under a card: once more, elsewhere, and what was written. Whoever may is checked anew at the tap. */
import type { InlineKeyboardButton } from "grammy/types";
import type { LetterRow } from "../../db/letters.ts";
import { keepersOf } from "../../flows/mail/keepers.ts";
import { letterKinds, type LetterKind } from "../../flows/mail/letter.ts";
import { isWanted } from "../../flows/mail/wanted.ts";
import { button } from "../buttons.ts";
import type { Words } from "../texts.ts";
import type { CardView } from "./view.ts";

type Row = readonly InlineKeyboardButton[];

/** How a button names a letter. */
export const indexOf = (kind: LetterKind): number => letterKinds.indexOf(kind);

export function letterRows(view: CardView): readonly Row[] {
  const { letters, request, process, viewer, words, company } = view;
  const keeps = keepersOf(process, request, company).includes(viewer.id);
  return letters.flatMap((letter): Row[] => {
    const rows: Row[] = [];
    if (keeps && isWanted(process, request, letter.kind)) rows.push(offers(letter, words));
    if (letter.eml !== undefined && letter.status === "sent")
      rows.push([
        button(words("button-letter-file", { kind: letter.kind }), {
          kind: "letter-file",
          request: request.id,
          index: indexOf(letter.kind),
        }),
      ]);
    return rows;
  });
}

/** What can be done about a letter that has not left; [] where nothing need be. */
function offers(letter: LetterRow, words: Words): Row {
  switch (letter.status) {
    case "held":
      return letter.address === undefined ? [addressButton(letter, words)] : [];
    case "waiting":
      return letter.tries > 0 ? retryRow(letter, words) : [];
    case "refused":
    case "failed":
      return retryRow(letter, words);
    case "cancelled":
      return letter.why === "not-wanted" ? [againButton(letter, words, "wanted")] : [];
    case "sending":
    case "sent":
      return [];
  }
}

/** «Отправить ещё раз» and «Другой адрес»; without an address there is nowhere to send it again. */
export function retryRow(letter: LetterRow, words: Words): Row {
  const elsewhere = addressButton(letter, words);
  return letter.address === undefined ? [elsewhere] : [againButton(letter, words, "again"), elsewhere];
}

/** «Другой адрес», or the first one. */
export function addressButton({ request, kind, address }: LetterRow, words: Words): InlineKeyboardButton {
  return button(words("button-letter-address", { has: address === undefined ? "no" : "yes" }), {
    kind: "letter-address",
    request,
    index: indexOf(kind),
  });
}

function againButton(
  { request, kind }: LetterRow,
  words: Words,
  why: "again" | "wanted",
): InlineKeyboardButton {
  return button(words("button-letter-again", { why }), {
    kind: "letter-again",
    request,
    index: indexOf(kind),
  });
}
