/** From a named method and its parameters to an answer: faults on demand, flood limits, the log, and one place for refusals. */
import type { Call } from "./call.ts";
import type { CallLog } from "./calls.ts";
import type { Faults } from "./faults.ts";
import type { Flood } from "./flood.ts";
import type { Json, JsonObject } from "./json.ts";
import { parseJson } from "./json.ts";
import { findMethod } from "./methods/list.ts";
import { Params } from "./params.ts";
import { Refusal, tooManyRequests } from "./refusal.ts";
import type { World } from "./world.ts";
import { choices } from "./choices.ts";

/** What goes back over the wire, or the order to cut the connection. */
export type Reply = { kind: "answer"; status: number; body: JsonObject | undefined } | { kind: "cut" };

export interface Desk {
  readonly world: World;
  readonly calls: CallLog;
  readonly faults: Faults;
  readonly flood: Flood;
  readonly polling: Call["polling"];
  readonly webhook: Call["webhook"];
}

/** Carries out one call and logs it with its answer. */
export async function dispatch(
  desk: Desk,
  method: string,
  params: Params,
  test: boolean,
  gone: AbortSignal,
): Promise<Reply> {
  const found = findMethod(method);
  const name = found?.name ?? method;
  const log = (status: number, answer: Json) => {
    const advice = adviceOn(params);
    const at = desk.world.clock.now();
    desk.calls.add({
      method: name,
      params: params.asJson(),
      status,
      answer,
      at,
      ...(advice ? { advice } : {}),
    });
  };
  const fault = desk.faults.take(name, params.text("chat_id"));
  if (fault?.kind === "hang") await desk.faults.hang(gone);
  if (fault?.kind === "hang" || fault?.kind === "cut-before") {
    log(0, { fault: fault.kind });
    return { kind: "cut" };
  }
  const reply = await carryOut(
    desk,
    method,
    params,
    test,
    gone,
    fault && refusalOf(fault.kind, fault.retryAfter),
  );
  log(fault?.kind === "cut-after" ? 0 : reply.status, reply.body ?? null);
  return fault?.kind === "cut-after" ? { kind: "cut" } : reply;
}

function refusalOf(kind: string, retryAfter = 1): Refusal | undefined {
  if (kind === "429") return tooManyRequests(retryAfter);
  if (kind === "500") return new Refusal(500, "Internal Server Error");
  return kind === "502" ? new Refusal(502, "Bad Gateway") : undefined;
}

type Answer = Extract<Reply, { kind: "answer" }>;

async function carryOut(
  desk: Desk,
  method: string,
  params: Params,
  test: boolean,
  gone: AbortSignal,
  ordered: Refusal | undefined,
): Promise<Answer> {
  try {
    if (ordered) throw ordered;
    if (desk.world.store.setting("loggedOut") === true) throw new Refusal(400, "Logged out");
    const found = findMethod(method);
    if (!found) throw new Refusal(404, "Not Found: method not found");
    if (found.kind === "unmodelled") {
      throw new Refusal(501, `Not Implemented: the embedded Telegram does not model ${found.name}`);
    }
    const wait = desk.flood.spend(params.text("chat_id"), floodWeight(found.name, params));
    if (wait > 0) throw tooManyRequests(wait);
    const { world, polling, webhook } = desk;
    const call: Call = { world, polling, webhook, params, test, gone };
    const result = await found.run(call);
    const description = call.description === undefined ? {} : { description: call.description };
    return { kind: "answer", status: 200, body: { ok: true, result, ...description } };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(error);
  }
}

/** The answer to a refused call; the two faults of transport have no body at all. */
export function refused({ code, message, parameters }: Refusal): Answer {
  if (message === "") return { kind: "answer", status: code, body: undefined };
  const body = { ok: false, error_code: code, description: message, ...(parameters ? { parameters } : {}) };
  return { kind: "answer", status: code, body };
}

/** How many messages a call counts as: an album counts each item, edits and answers to presses count as well. */
function floodWeight(name: string, params: Params): number {
  if (name === "sendMediaGroup") {
    const media = parseJson(params.text("media"));
    return Array.isArray(media) ? media.length : 1;
  }
  return /^(?:send|edit|copy|forward|answerCallback)/.test(name) && name !== "sendChatAction" ? 1 : 0;
}

function adviceOn(params: Params): string | undefined {
  const markup = parseJson(params.text("reply_markup"));
  const rows =
    typeof markup === "object" && markup !== null && !Array.isArray(markup)
      ? markup["inline_keyboard"]
      : undefined;
  const longest = Array.isArray(rows)
    ? Math.max(0, ...rows.map((row) => (Array.isArray(row) ? row.length : 0)))
    : 0;
  if (longest <= choices.inlineButtonsInRowAdvised) return undefined;
  return `${longest} buttons in a row: more than ${choices.inlineButtonsInRowAdvised} are not safe on the real server`;
}

/** The parameters of a method call found in a webhook's answer. */
export function paramsOf(fields: JsonObject): Params {
  const params = new Params();
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    if (typeof value === "string") params.add(name, { text: value, raw: false });
    else params.add(name, { text: JSON.stringify(value), raw: true });
  }
  return params;
}
