/** Probes of photos, documents and other files: sent, sent again, in albums, and refused. */
import sharp from "sharp";
import type { Json, JsonObject } from "../json.ts";
import type { FilePart, Known, Probe } from "./probe.ts";
import { inChat } from "./probe.ts";

const text: FilePart = { name: "mirror.txt", bytes: new TextEncoder().encode("mirror") };
const empty: FilePart = { name: "empty.txt", bytes: new Uint8Array() };

async function picture(width: number, height: number): Promise<FilePart> {
  const made = await sharp({ create: { width, height, channels: 3, background: "#579" } })
    .jpeg()
    .toBuffer();
  return { name: "mirror.jpg", bytes: new Uint8Array(made) };
}

function album(media: Json | ((known: Known) => Json)): Probe {
  return {
    method: "sendMediaGroup",
    params: (known) => ({ chat_id: known.chat, media: typeof media === "function" ? media(known) : media }),
  };
}

const photoOf = (known: Known, more: JsonObject = {}) => ({
  type: "photo",
  media: known.file("photo"),
  ...more,
});
const documentOf = (known: Known) => ({ type: "document", media: known.file("document") });

/** Every kind of file that a bot sends. */
export async function fileProbes(): Promise<Probe[]> {
  const send = (method: string, field: string, file: FilePart, more: JsonObject = {}): Probe => ({
    method,
    params: inChat(more),
    files: { [field]: file },
  });
  const photo = await picture(1000, 700);
  return [
    {
      ...send("sendPhoto", "photo", photo, { caption: "Mirror: <b>photo</b>", parse_mode: "HTML" }),
      as: "photo",
      choice: "photoSides",
    },
    { ...send("sendDocument", "document", { ...text, name: "акт 7.txt" }), as: "document" },
    { ...send("sendDocument", "document", photo), as: "photo as a file" },
    {
      method: "sendPhoto",
      params: (known) => ({ chat_id: known.chat, photo: known.file("photo") }),
      as: "photo again",
      choice: "photoSides",
    },
    { method: "sendPhoto", params: inChat() },
    { method: "sendDocument", params: inChat() },
    ...["Video", "Audio", "Voice", "Animation"].map((kind): Probe => ({
      method: `send${kind}`,
      params: inChat(),
    })),
    send("sendPhoto", "photo", text),
    send("sendPhoto", "photo", empty),
    send("sendPhoto", "photo", await picture(2100, 100)),
    send("sendPhoto", "photo", photo, { caption: "x".repeat(1025) }),
    { method: "sendPhoto", params: inChat({ photo: "AgACAgIAAxkBAAIBY2" }) },
    { method: "sendPhoto", params: inChat({ photo: "no file" }) },
    { method: "sendPhoto", params: (known) => ({ chat_id: known.chat, photo: known.file("document") }) },
    { method: "sendDocument", params: (known) => ({ chat_id: known.chat, document: known.file("photo") }) },
    {
      ...album((known) => [photoOf(known, { caption: "Mirror: album" }), photoOf(known)]),
      as: "album",
      choice: "photoSides",
    },
    album([]),
    album((known) => Array.from({ length: 11 }, () => photoOf(known))),
    album((known) => [photoOf(known), documentOf(known)]),
    album((known) => [{ type: "animation", media: known.file("document") }]),
    album([{ type: "photo" }]),
    album([{ type: "sticker", media: "x" }]),
    album("{"),
    { method: "getFile", params: (known) => ({ file_id: known.file("document") }) },
    { method: "getFile", params: { file_id: "no file" } },
    { method: "getFile", params: {} },
  ];
}
