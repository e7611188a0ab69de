/** The real bot in a process of its own, which kills itself at a named point once it is told which: run by `killed-process.ts`. */
import { setImmediate as turnOfOthers } from "node:timers/promises";
import { createLog } from "../../bot/log.ts";
import { product } from "../../bot/product.ts";
import { prepareBot } from "../../bot/run-bot.ts";
import { sharedClock } from "../../playground/clock.ts";
import { orderSchema, type Order, type Word } from "./killed-bot-orders.ts";

const [apiRoot = "", token = "", dataDir = "", companyFile = "", offsetFile = "", paymentsCron, smtpUrl] =
  process.argv.slice(2);
const clock = sharedClock({ offsetFile });
let dieAt: string | undefined;
/** Passages of that point until it dies. */
let left = 0;
/** Sends that have begun and aren't marked yet. */
let sending = 0;
let sent = false;

const say = (word: Word): void => void process.send?.(word);
process.on("message", (raw) => void obey(orderSchema.parse(raw)));

/** Orders are obeyed between sends: a death in the middle of one is what F7 is about, and may double a message. */
async function obey(order: Order): Promise<void> {
  while (sending > 0) await turnOfOthers();
  if (order.kind === "advance") clock.advance(order.ms);
  else {
    dieAt = order.point;
    left = order.passage ?? 1;
  }
  say("obeyed");
}

const running = await prepareBot({
  dataDir,
  companyFile,
  clock,
  log: createLog(process.env["LOG_LEVEL"] ?? "error"),
  parts: product,
  ...(smtpUrl && { mail: { url: smtpUrl, from: "pay@north-step.example", patienceMs: 20_000 } }),
  telegram: { token, apiRoot },
  ...(paymentsCron && { paymentsCron }),
  crashPoint: (name) => {
    if (name === "F6") sending += 1;
    if (name === "F8") sending -= 1;
    if (name === "F6" && !sent) {
      sent = true;
      say("sends");
    }
    if (name === dieAt && (left -= 1) === 0) process.kill(process.pid, "SIGKILL");
  },
  fatal: (error) => {
    throw error;
  },
});
await running.start();
process.on("SIGTERM", () => void running.stop().then(() => process.exit(0)));
say("ready");
