/** Every method that is carried out, and every one that Telegram has and the embedded server does not model. */
import type { Method } from "../call.ts";
import { albumMethods } from "./albums.ts";
import { chatMethods } from "./chats.ts";
import { commandMethods } from "./commands.ts";
import { copyMethods } from "./copies.ts";
import { deleteMethods } from "./deletes.ts";
import { editMethods } from "./edits.ts";
import { fileMethods } from "./files.ts";
import { mediaMethods } from "./media.ts";
import { placeMethods } from "./places.ts";
import { pressMethods } from "./presses.ts";
import { textMethods } from "./text.ts";
import { unmodelled } from "./unmodelled.ts";
import { updateMethods } from "./updates.ts";

const modelled: Record<string, Method> = {
  ...updateMethods,
  ...textMethods,
  ...mediaMethods,
  ...albumMethods,
  ...placeMethods,
  ...editMethods,
  ...deleteMethods,
  ...copyMethods,
  ...pressMethods,
  ...fileMethods,
  ...chatMethods,
  ...commandMethods,
};

export type Found = { kind: "method"; name: string; run: Method } | { kind: "unmodelled"; name: string };

const byLowerName = new Map<string, Found>([
  ...unmodelled.map((name): [string, Found] => [name.toLowerCase(), { kind: "unmodelled", name }]),
  ...Object.entries(modelled).map(([name, run]): [string, Found] => [
    name.toLowerCase(),
    { kind: "method", name, run },
  ]),
]);

/** The method of a name in any case of letters. */
export function findMethod(name: string): Found | undefined {
  return byLowerName.get(name.toLowerCase());
}

export const modelledNames: readonly string[] = Object.keys(modelled);
