/** A reader of multipart/form-data that follows the official server to the letter: bare filenames, `;` cuts, %-decoding. */
import { Refusal } from "./refusal.ts";

export interface Upload {
  field: string;
  fileName: string;
  mimeType: string;
  bytes: Uint8Array;
}

export interface MultipartForm {
  fields: { name: string; value: Uint8Array; urlencoded: boolean }[];
  files: Upload[];
}

const filesMax = 100;
const boundaryLengthMax = 70;

/** The parts of a body; a part with a filename is a file, one without is a parameter. A broken body is refused with 400. */
export function readMultipart(contentType: string, body: Uint8Array): MultipartForm {
  const boundary = Buffer.from(`\r\n--${boundaryOf(contentType)}`, "latin1");
  const data = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const form: MultipartForm = { fields: [], files: [] };
  let at = data.indexOf(boundary.subarray(2));
  if (at < 0) throw broken();
  at += boundary.length - 2;
  while (data.toString("latin1", at, at + 2) !== "--") {
    const headersEnd = data.indexOf("\r\n\r\n", at);
    if (headersEnd < 0) throw broken();
    if (headersEnd === at) throw broken();
    const part = readHeaders(data.toString("latin1", at + 2, headersEnd));
    const end = data.indexOf(boundary, headersEnd + 4);
    if (end < 0) throw broken();
    const value = data.subarray(headersEnd + 4, end);
    if (part.fileName === undefined) {
      const urlencoded = part.mimeType.startsWith("application/x-www-form-urlencoded");
      form.fields.push({ name: part.name, value, urlencoded });
    } else {
      if (form.files.length === filesMax) throw new Refusal(413, "");
      form.files.push({ field: part.name, fileName: part.fileName, mimeType: part.mimeType, bytes: value });
    }
    at = end + boundary.length;
  }
  return form;
}

/** A fault of transport, which has no words: the connection is answered with a bare 400. */
function broken(): Refusal {
  return new Refusal(400, "");
}

function boundaryOf(contentType: string): string {
  const at = contentType.toLowerCase().indexOf("boundary");
  if (at < 0) throw broken();
  const equals = contentType.indexOf("=", at);
  if (equals < 0) throw broken();
  const semicolon = contentType.indexOf(";", equals);
  let boundary = contentType.slice(equals + 1, semicolon < 0 ? undefined : semicolon);
  if (boundary.length > 1 && boundary.startsWith('"') && boundary.endsWith('"'))
    boundary = boundary.slice(1, -1);
  if (boundary === "" || boundary.length > boundaryLengthMax) throw broken();
  return boundary;
}

interface PartHeaders {
  name: string;
  fileName: string | undefined;
  mimeType: string;
}

function readHeaders(text: string): PartHeaders {
  const headers: PartHeaders = { name: "", fileName: undefined, mimeType: "application/octet-stream" };
  for (const line of text.replace(/\r\n(?=[ \t])/g, "").split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon < 0) throw broken();
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (name === "content-disposition") readDisposition(value, headers);
    else if (name === "content-type") headers.mimeType = value;
  }
  if (headers.name === "") throw broken();
  return headers;
}

function readDisposition(disposition: string, headers: PartHeaders): void {
  if (!disposition.startsWith("form-data;")) throw broken();
  let rest = disposition.slice("form-data;".length);
  for (;;) {
    rest = rest.trim();
    const equals = rest.indexOf("=");
    if (equals < 0) return;
    const key = rest.slice(0, equals).trim();
    rest = rest.slice(equals + 1).trimStart();
    const taken = rest.startsWith('"') ? takeQuoted(rest) : takeBare(rest);
    rest = taken.rest;
    // Headers were read byte by byte, so the name's UTF-8 is put together only after %-decoding.
    const value = decodePercent(taken.value);
    if (key === "name") headers.name = value;
    else if (key === "filename") headers.fileName = value;
  }
}

function takeQuoted(text: string): { value: string; rest: string } {
  let value = "";
  let at = 1;
  for (;;) {
    if (at >= text.length) throw broken();
    let char = text.charAt(at++);
    if (char === '"') break;
    if (char === "\\") {
      if (at >= text.length) throw broken();
      char = text.charAt(at++);
    }
    value += char;
  }
  const rest = text.slice(at).trimStart();
  if (rest !== "" && !rest.startsWith(";")) throw broken();
  return { value, rest: rest.slice(1) };
}

function takeBare(text: string): { value: string; rest: string } {
  const semicolon = text.indexOf(";");
  if (semicolon < 0) return { value: text.trim(), rest: "" };
  return { value: text.slice(0, semicolon).trim(), rest: text.slice(semicolon + 1) };
}

/** Bytes (as Latin-1 text) with `%41` decoded, read as UTF-8. */
function decodePercent(latin1: string): string {
  const bytes = latin1.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}
