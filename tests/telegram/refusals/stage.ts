/** One stage on which every refusal that changes nothing is called forth: messages of each kind, chats of each fate. */
import { pngOf } from "../pictures.ts";
import { anna, boris, openChatWithAnna, vera } from "../telegram.ts";
import type { Answer, Bench } from "../telegram.ts";

const gone = { id: 1004, name: "Глеб", firstName: "Глеб" };

/** A chat with one message of each kind, groups of each fate, and people of each kind. */
export async function openStage(atEnd?: (close: () => Promise<void>) => void) {
  const bench = await openChatWithAnna({ people: [anna, boris, vera, gone] }, atEnd);
  const { telegram, person } = bench;
  for (const { id } of [boris, gone]) telegram.person(id).start();
  telegram.person(boris.id).block();
  telegram.person(gone.id).deleteAccount();
  // Vera was seen in a group and has never written to the bot; nobody has met 987654.
  return { ...bench, ...(await sendOneOfEach(bench, person)), ...(await openGroups(bench)), gone: gone.id };
}

async function sendOneOfEach({ call, upload }: Bench, person: { messages: () => { id: number }[] }) {
  const chat_id = anna.id;
  const form = { chat_id: String(chat_id) };
  const photo = await upload("sendPhoto", { ...form, photo: new Blob([await pngOf(40, 30)]) });
  const document = await upload("sendDocument", { ...form, document: [new Blob(["x"]), "x.pdf"] });
  const audio = await upload("sendAudio", { ...form, audio: [new Blob(["x"]), "x.mp3"] });
  const text = await call("sendMessage", { chat_id, text: "текст" });
  const secret = await call("sendMessage", { chat_id, text: "тайна", protect_content: true });
  const fixed = await call("sendMessage", { chat_id, text: "?", reply_markup: { force_reply: true } });
  const photoId: string = photo.result.photo[0].file_id;
  const media = [1, 2].map(() => ({ type: "photo", media: photoId }));
  const album = await call("sendMediaGroup", { chat_id, media });
  await call("pinChatMessage", { chat_id, message_id: text.result.message_id });
  const number = ({ result }: Answer): number => result.message_id;
  return {
    photoId,
    photoUniqueId: String(photo.result.photo[0].file_unique_id),
    documentId: String(document.result.document.file_id),
    audioId: String(audio.result.audio.file_id),
    photo: number(photo),
    text: number(text),
    secret: number(secret),
    fixed: number(fixed),
    album: Number(album.result[0].message_id),
    pinNotice: person.messages().at(-1)?.id ?? 0,
  };
}

async function openGroups({ telegram, call }: Bench) {
  const open = (kind: "group" | "supergroup" = "group") =>
    telegram.group({ title: "Склад", members: [anna.id, vera.id], kind });
  const [kicked, left, deleted, upgraded] = [open(), open(), open(), open()];
  const [silent, kickedFromBig, leftBig] = [open("supergroup"), open("supergroup"), open("supergroup")];
  for (const each of [kicked, kickedFromBig]) each.removeBot();
  for (const each of [left, leftBig]) await call("leaveChat", { chat_id: each.id });
  deleted.delete();
  upgraded.upgrade();
  silent.restrictBot();
  return {
    group: open().id,
    kicked: kicked.id,
    left: left.id,
    deleted: deleted.id,
    upgraded: upgraded.id,
    silent: silent.id,
    kickedFromBig: kickedFromBig.id,
    leftBig: leftBig.id,
  };
}

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** The words expected, and the call that is refused with them. */
export type Probe = [words: string, method: string, params: (stage: Stage) => object];

/** The words, and how they come about when one call on the stage is not enough. */
export type Scene = [words: string, outcome: () => Promise<string | undefined>];

export const bad = (words: string) => `Bad Request: ${words}`;
/** A number that no chat, no message and no person has. */
export const missing = 987_654;
/** sendMessage to Anna. */
export const send = (more: object) => (stage: Stage) => ({ chat_id: stage.chat_id, text: "?", ...more });
