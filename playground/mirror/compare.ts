/** Asks two servers the same, one probe after another, and tells where their answers part. */
import type { JsonObject } from "../json.ts";
import { botProbes } from "./bot-probes.ts";
import { changeProbes, endProbes } from "./change-probes.ts";
import { fileProbes } from "./file-probes.ts";
import { keyboardProbes } from "./keyboard-probes.ts";
import type { Probe } from "./probe.ts";
import { Known } from "./probe.ts";
import type { AskedServer } from "./server.ts";
import { ask } from "./server.ts";
import { differences } from "./shape.ts";
import { textProbes } from "./text-probes.ts";

export interface Compared {
  probe: Probe;
  /** Empty when both answered alike. */
  lines: string[];
}

/** Every probe in the order in which it is made. */
export async function allProbes(): Promise<Probe[]> {
  return [
    ...textProbes,
    ...keyboardProbes,
    ...(await fileProbes()),
    ...changeProbes,
    ...botProbes,
    ...endProbes,
  ];
}

/** Makes every probe on both servers in the chat given for each, and returns all of them in order. */
export async function compare(
  servers: readonly [AskedServer, AskedServer],
  chats: readonly [number, number],
): Promise<Compared[]> {
  const known = [new Known(chats[0]), new Known(chats[1])] as const;
  const compared: Compared[] = [];
  for (const probe of await allProbes()) {
    const answers = await Promise.all([
      answer(servers[0], probe, known[0]),
      answer(servers[1], probe, known[1]),
    ]);
    compared.push({ probe, lines: differences(answers[0], answers[1], [servers[0].name, servers[1].name]) });
  }
  return compared;
}

async function answer(server: AskedServer, probe: Probe, known: Known): Promise<JsonObject> {
  const whole = await ask(server, probe, known);
  if (probe.as !== undefined && whole["result"] !== undefined) known.keep(probe.as, whole["result"]);
  return probe.onlyStatus === true ? { status: whole["status"] } : whole;
}
