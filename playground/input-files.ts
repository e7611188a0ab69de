/** Files that a bot sends: uploads and file_ids, with all that can be wrong with either (5). */
import type { Call } from "./call.ts";
import { choices } from "./choices.ts";
import { cleanFileName } from "./file-names.ts";
import type { FileKind, FileRow } from "./files.ts";
import type { Captioned, Content, FileInfo, NamedFile } from "./messages.ts";
import { mimeOf } from "./mime.ts";
import type { Upload } from "./multipart.ts";
import type { Params } from "./params.ts";
import { makePicture } from "./pictures.ts";
import { Refusal, badRequest } from "./refusal.ts";
import { checkLink } from "./text/links.ts";
import type { World } from "./world.ts";

export type InputFile = { kind: "upload"; upload: Upload } | { kind: "remote"; id: string };

/** The kinds of media that a bot may send, by the API's names. */
export type MediaKind = "photo" | "document" | "video" | "audio" | "voice" | "animation";

const photoBytesMax = 10 * 1024 * 1024;
const attachPrefix = "attach://";

/** The file behind a field: an upload under the field's own name, `attach://<part>`, or a file_id or URL. */
export function inputFile(params: Params, field: string, value = params.text(field)): InputFile | undefined {
  if (value !== "" && !value.startsWith(attachPrefix)) return { kind: "remote", id: value };
  const upload = params.upload(value === "" ? field : value.slice(attachPrefix.length));
  return upload && { kind: "upload", upload };
}

/** First check of a file, before its caption: a file_id that is none, or one of a file of another kind. */
export function findRemote(world: World, file: InputFile, as: FileKind): FileRow | undefined {
  if (file.kind === "upload") return undefined;
  if (!file.id.includes(".")) return world.files.require(file.id, as);
  const link = checkLink(file.id);
  if (link.kind === "wrong") throw badRequest(`Invalid file HTTP ${link.reason}`);
  // Nothing is fetched: to the real server an address of this machine is an unreachable host as well.
  throw badRequest("WEBPAGE_CURL_FAILED");
}

/** Second check, before the chat's readiness: empty files, and files too big for their kind. */
export function checkUpload(file: InputFile, as: MediaKind): void {
  if (file.kind === "remote") return;
  const size = file.upload.bytes.byteLength;
  if (size === 0) throw badRequest("File must be non-empty");
  if (as === "photo" && size > photoBytesMax) {
    throw badRequest(
      `File of size ${size} bytes is too big for a photo; the maximum size is ${photoBytesMax} bytes`,
    );
  }
  if (size > choices.documentBytesMax) throw new Refusal(413, "Request Entity Too Large");
}

/** The file as content of a message; a photo is made into its sizes, or refused by what it holds. */
export async function mediaContent(
  call: Call,
  file: InputFile,
  remote: FileRow | undefined,
  kind: MediaKind,
  words: Captioned,
  durationS = 0,
): Promise<Content> {
  const { world } = call;
  if (kind === "photo") return { kind, sizes: await photoSizes(world, file, remote), ...words };
  const stored = remote ? world.files.info(remote) : storeUpload(world, file, kind);
  if (kind === "document") {
    const thumbnail = await thumbnailOf(world, stored);
    return { kind, file: stored, ...words, ...(thumbnail ? { thumbnail } : {}) };
  }
  return { kind, file: stored, duration: durationS, ...words };
}

async function photoSizes(world: World, file: InputFile, remote: FileRow | undefined): Promise<FileInfo[]> {
  if (remote) return world.files.photoOf(remote);
  if (file.kind === "remote") throw new Error("A file_id without its file got past the first check");
  const picture = await makePicture(world.store, file.upload.bytes);
  if (picture.kind === "not-an-image") throw badRequest("IMAGE_PROCESS_FAILED");
  if (picture.kind === "wrong-dimensions") throw badRequest("PHOTO_INVALID_DIMENSIONS");
  return world.files.addPhoto(picture.sizes);
}

function storeUpload(world: World, file: InputFile, kind: FileKind): NamedFile {
  if (file.kind === "remote") throw new Error("A file_id without its file got past the first check");
  const { bytes, fileName } = file.upload;
  const name = cleanFileName(fileName);
  return world.files.add({
    kind,
    hash: world.store.keep(bytes),
    size: bytes.byteLength,
    name,
    mime: mimeOf(name),
  });
}

/** An image among documents shows a small picture of itself. */
export async function thumbnailOf(world: World, file: NamedFile): Promise<FileInfo | undefined> {
  if (!/^image\/(?:jpeg|png|webp)$/.test(file.mimeType ?? "")) return undefined;
  const row = world.files.find(file.fileId);
  if (!row) return undefined;
  const picture = await makePicture(world.store, world.files.bytes(row));
  const size = picture.kind === "picture" ? (picture.sizes[1] ?? picture.sizes[0]) : undefined;
  return size && world.files.addPhoto([size])[0];
}
