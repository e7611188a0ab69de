/** The Bot API over HTTP: addresses, tokens, bodies, and files by their links (1.1–1.3). */
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";
import { choices } from "./choices.ts";
import type { Desk, Reply } from "./dispatch.ts";
import { dispatch, refused } from "./dispatch.ts";
import { textOf } from "./json.ts";
import { mimeOf } from "./mime.ts";
import { readParams } from "./params.ts";
import { Refusal } from "./refusal.ts";

const tokenLengthMax = 80;
const botIdMax = 2 ** 54;
/** Ten documents of an album at their greatest, and their headers. */
const bodyBytesMax = 10 * choices.documentBytesMax + 1024 * 1024;

/** True for the paths that belong to the Bot API. */
export function isBotApiPath(path: string): boolean {
  return path.startsWith("/bot") || path.startsWith("/file/bot");
}

/** Answers one request to the Bot API; anything that is no known path is 404 `Not Found`. */
export async function answerBotApi(
  desk: Desk,
  token: string,
  c: Context,
  closing: AbortSignal,
): Promise<Response> {
  const request = c.req.raw;
  if (request.method !== "GET" && request.method !== "POST") return new Response(null, { status: 501 });
  try {
    const rawUrl = nodeOf(c)?.incoming.url ?? "/";
    if (!rawUrl.startsWith("/")) {
      throw new Refusal(404, "Not Found: absolute URI is specified in the Request-Line");
    }
    const url = new URL(request.url);
    const path = decodePath(url.pathname);
    if (path.startsWith("/file/bot")) return sendFile(desk, token, path.slice("/file/bot".length));
    const target = targetOf(path);
    checkToken(target.token, token);
    const body = await readBody(request);
    const params = readParams(url.search.slice(1), request.headers.get("content-type") ?? "", body);
    const gone = AbortSignal.any([request.signal, closing]);
    const method = target.method === "" ? params.text("method") : target.method;
    return toResponse(c, await dispatch(desk, method, params, target.test, gone));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return toResponse(c, refused(error));
  }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function targetOf(path: string): { token: string; method: string; test: boolean } {
  const parts = /^\/bot([^/]*)(\/test)?\/(.*)$/s.exec(path);
  if (!parts) throw new Refusal(404, "Not Found");
  return { token: parts[1] ?? "", test: parts[2] !== undefined, method: parts[3] ?? "" };
}

function checkToken(given: string, token: string): void {
  const invalid = new Refusal(401, "Unauthorized: invalid token specified");
  if (given.startsWith("0") || given.length > tokenLengthMax || !given.includes(":")) throw invalid;
  const id = given.slice(0, given.indexOf(":"));
  if (!/^-?\d{1,18}$/.test(id)) throw new Refusal(421, "Misdirected Request: unallowed token specified");
  if (Number(id) <= 0 || Number(id) >= botIdMax) throw invalid;
  if (given !== token) throw new Refusal(401, "Unauthorized");
}

async function readBody(request: Request): Promise<Uint8Array> {
  if (request.method === "GET" || request.body === null) return new Uint8Array();
  if (Number(request.headers.get("content-length") ?? 0) > bodyBytesMax) {
    throw new Refusal(413, "Request Entity Too Large");
  }
  return new Uint8Array(await request.arrayBuffer());
}

function sendFile(desk: Desk, token: string, rest: string): Response {
  const slash = rest.indexOf("/");
  const given = rest.slice(0, Math.max(slash, 0));
  const { files, clock } = desk.world;
  const row = slash > 0 ? files.byPath(rest.slice(slash + 1)) : undefined;
  const alive = row?.linked_at != null && clock.now() - row.linked_at <= choices.fileLinkMs;
  if (given !== token) throw new Refusal(choices.wrongTokenOnFileLink, "Not Found");
  if (!row || !alive) throw new Refusal(404, "Not Found");
  const type = row.mime ?? mimeOf(row.name ?? "");
  return new Response(new Uint8Array(files.bytes(row)), { headers: { "Content-Type": type } });
}

function toResponse(c: Context, reply: Reply): Response {
  if (reply.kind === "cut") return cut(c);
  if (reply.body === undefined)
    return new Response(null, { status: reply.status, headers: { Connection: "close" } });
  const parameters = reply.body["parameters"];
  const retryAfter =
    typeof parameters === "object" && parameters !== null && !Array.isArray(parameters)
      ? parameters["retry_after"]
      : undefined;
  return new Response(JSON.stringify(reply.body), {
    status: reply.status,
    headers: {
      "Content-Type": "application/json",
      ...(retryAfter === undefined ? {} : { "Retry-After": textOf(retryAfter) }),
    },
  });
}

/** Drops the connection without a word. */
function cut(c: Context): Response {
  const node = nodeOf(c);
  if (node) {
    node.outgoing.destroy();
    return RESPONSE_ALREADY_SENT;
  }
  // Without a socket to cut, the body breaks off.
  const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("socket hang up")) });
  return new Response(broken);
}

interface NodeBindings {
  incoming: { url?: string };
  outgoing: { destroy(): void };
}

/** The sockets under the request; none when it was handed in without a network. */
function nodeOf(c: Context): NodeBindings | undefined {
  // The Node adapter puts these here, and nobody else does.
  const env = c.env as Partial<NodeBindings> | undefined;
  return env?.incoming && env.outgoing ? { incoming: env.incoming, outgoing: env.outgoing } : undefined;
}
