/** The files of the page itself, and the strip of sample photos and files that it offers. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { mimeOf } from "./mime.ts";

const pageDir = new URL("./page/", import.meta.url);
const plainName = /^[\w][\w.-]*$/;

/** A file of the page; it has no build step, so the folder is served as it is. */
export function pageFile(name: string): Response {
  const file = new URL(name, pageDir);
  if (!plainName.test(name) || !existsSync(file)) return notFound();
  return new Response(new Uint8Array(readFileSync(file)), {
    headers: {
      "Content-Type": `${mimeOf(name)}; charset=utf-8`,
      "Cache-Control": "no-cache",
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "DENY",
    },
  });
}

export interface Sample {
  name: string;
  url: string;
  kind: "photo" | "file";
}

/** The samples in the order of their names, pictures first: they are what is sent most. */
export function samples(dir: string | undefined): Sample[] {
  if (dir === undefined || !existsSync(dir)) return [];
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map(({ name }) => ({
      name,
      url: `/playground/samples/${encodeURIComponent(name)}`,
      kind: mimeOf(name).startsWith("image/") ? ("photo" as const) : ("file" as const),
    }))
    .sort((a, b) => (a.kind === b.kind ? (a.name < b.name ? -1 : 1) : a.kind === "photo" ? -1 : 1));
}

/** The path of a sample that really is in the strip. */
export function samplePath(dir: string | undefined, name: string): string | undefined {
  return dir !== undefined && samples(dir).some((sample) => sample.name === name)
    ? join(dir, name)
    : undefined;
}

export function sampleFile(dir: string | undefined, name: string): Response {
  const path = samplePath(dir, name);
  if (path === undefined) return notFound();
  return new Response(new Uint8Array(readFileSync(path)), {
    headers: { "Content-Type": mimeOf(name), "X-Content-Type-Options": "nosniff" },
  });
}

function notFound(): Response {
  return Response.json({ ok: false, error_code: 404, description: "Not Found" }, { status: 404 });
}
