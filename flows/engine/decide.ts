/** The one decision: a command on a request gives events or a refusal. Pure; throws only on bugs. */
import type { Command } from "./command.ts";
import type { Context } from "./context.ts";
import { refused, type Decided } from "./decided.ts";
import { attach, file, reply, resubmit, withdraw } from "./file.ts";
import type { Process } from "./process.ts";
import type { Request } from "./request.ts";
import { advise, consult, delegate } from "./colleagues.ts";
import { ask, fill, sign } from "./sign.ts";
import { finish, pay, release, take, unpay } from "./tasks.ts";
import { reassess, tick } from "./tick.ts";
import { undo } from "./undo.ts";

/**
 * @param process the version that the request is pinned to (the latest for `file`)
 * @param request undefined for `file`, or when there is no such request
 */
export function decide(
  process: Process,
  request: Request | undefined,
  command: Command,
  context: Context,
): Decided {
  if (command.kind === "file") return file(process, command, context);
  if (request === undefined) return refused({ kind: "no-such-request" });
  switch (command.kind) {
    case "sign":
      return sign(process, request, command, context);
    case "fill":
      return fill(process, request, command, context);
    case "ask":
      return ask(process, request, command, context);
    case "reply":
      return reply(process, request, command, context);
    case "resubmit":
      return resubmit(process, request, command, context);
    case "attach":
      return attach(process, request, command, context);
    case "withdraw":
      return withdraw(request, command, context);
    case "undo":
      return undo(process, request, command, context);
    case "take":
      return take(process, request, command, context);
    case "release":
      return release(process, request, command, context);
    case "finish":
      return finish(process, request, command, context);
    case "pay":
      return pay(process, request, command, context);
    case "unpay":
      return unpay(process, request, command, context);
    case "delegate":
      return delegate(process, request, command, context);
    case "consult":
      return consult(process, request, command, context);
    case "advise":
      return advise(request, command, context);
    case "tick":
      return tick(process, request, context);
    case "reassess":
      return reassess(process, request, context);
  }
}
