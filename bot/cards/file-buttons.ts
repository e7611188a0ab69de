/** The papers of a request as buttons: whole files come only when somebody asks for them. */
import type { InlineKeyboardButton } from "grammy/types";
import { filesOf, type KeptFile } from "../../flows/engine/answers.ts";
import type { Request } from "../../flows/engine/request.ts";
import { button } from "../buttons.ts";
import type { Words } from "../texts.ts";
import type { Case } from "./case.ts";

/** Which of them a button brings: what was filed, or what was attached on the way. */
export const fileSets = ["filed", "given"] as const;
export type FileSet = (typeof fileSets)[number];

export function filesIn(request: Request, set: FileSet): readonly KeptFile[] {
  if (set === "filed") return filesOf(request.answers);
  const newest = request.steps.filter((step) => step.round === request.round);
  return newest.flatMap((step) => filesOf(step.answers));
}

/** «Файл счёта», «Закрывающие документы (2)», side by side; [] where there are none. */
export function fileRow({ request, process }: Case, words: Words): readonly InlineKeyboardButton[] {
  return fileSets.flatMap((set, index) => {
    const count = filesIn(request, set).length;
    if (count === 0) return [];
    const label = words(set === "filed" ? "button-files" : "button-given-files", {
      process: process.id,
      count,
    });
    return [button(label, { kind: "files", request: request.id, index })];
  });
}

/** Only those attached on the way, for the message that tells of them. */
export function givenFilesRow(found: Case, words: Words): (readonly InlineKeyboardButton[])[] {
  const row = fileRow(found, words).slice(-1);
  return filesIn(found.request, "given").length === 0 ? [] : [row];
}
