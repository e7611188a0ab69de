/** One of the two servers that the mirror asks: an address, a token that is never shown, and patience. */
import type { Json, JsonObject } from "../json.ts";
import { isObject, parseJson } from "../json.ts";
import type { Known, Probe } from "./probe.ts";

export interface AskedServer {
  name: string;
  /** Such as `https://api.telegram.org`. */
  root: string;
  token: string;
  /** Pause before each call: a real server takes about one message a second in a chat. */
  pauseMs: number;
}

const timeoutMs = 60_000;
const waitsMax = 5;

/** The server could not be reached at all; the message holds no token. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

/** Makes the call of a probe and returns `{ status, …body }`; told to wait, it waits and asks again. */
export async function ask(server: AskedServer, probe: Probe, known: Known): Promise<JsonObject> {
  const params = typeof probe.params === "function" ? probe.params(known) : (probe.params ?? {});
  for (let waits = 0; ; waits += 1) {
    await pause(server.pauseMs);
    const answer = await post(server, probe, params);
    const waitS = waitOf(answer);
    if (waitS === 0 || waits === waitsMax) return answer;
    await pause(waitS * 1000);
  }
}

async function post(server: AskedServer, { method, files }: Probe, params: JsonObject): Promise<JsonObject> {
  try {
    const response = await fetch(`${server.root}/bot${server.token}/${method}`, {
      method: "POST",
      signal: AbortSignal.timeout(timeoutMs),
      ...(files ? { body: formOf(params, files) } : jsonOf(params)),
    });
    const body = parseJson(await response.text());
    return { status: response.status, ...(isObject(body) ? body : {}) };
  } catch (error) {
    // Only the cause's code: messages of errors may hold the address, and the address holds the token.
    const cause = error instanceof Error ? error.cause : undefined;
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "no answer";
    throw new Unreachable(`${server.name}: ${code}`);
  }
}

function jsonOf(params: JsonObject): RequestInit {
  return { headers: { "Content-Type": "application/json" }, body: JSON.stringify(params) };
}

function formOf(params: JsonObject, files: NonNullable<Probe["files"]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(params)) {
    form.append(name, typeof value === "string" ? value : JSON.stringify(value));
  }
  for (const [field, { name, bytes }] of Object.entries(files)) form.append(field, new Blob([bytes]), name);
  return form;
}

function waitOf({ status, parameters }: JsonObject): number {
  const seconds: Json | undefined = isObject(parameters) ? parameters["retry_after"] : undefined;
  return status === 429 && typeof seconds === "number" ? seconds : 0;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
