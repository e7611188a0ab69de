/** The stream of what happens, as server-sent events. */
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { Events } from "./events.ts";

const keepAliveMs = 15_000;

/** Events above `after` (or above the last one the browser saw), then everything new until the page leaves. */
export function events(all: Events, closing: AbortSignal, c: Context): Response {
  const seen = c.req.query("after") ?? c.req.header("last-event-id");
  return streamSSE(c, async (stream) => {
    const waiting: string[] = [];
    let wake = (): void => undefined;
    const put = (event: { n: number; kind: string }) => {
      waiting.push(`id: ${event.n}\ndata: ${JSON.stringify(event)}\n\n`);
      wake();
    };
    const missed = seen === undefined ? [] : all.after(Number(seen));
    // What was missed is kept no more: the page has to load anew.
    if (missed === undefined) put({ n: all.last, kind: "reset" });
    else missed.forEach(put);
    const unsubscribe = all.subscribe(put);
    const stop = () => {
      stream.abort();
      wake();
    };
    closing.addEventListener("abort", stop, { once: true });
    stream.onAbort(() => wake());
    await stream.write(": open\n\n");
    while (!stream.aborted && !closing.aborted) {
      if (waiting.length > 0) await stream.write(waiting.splice(0).join(""));
      else if (!(await woken((waker) => (wake = waker)))) await stream.write(": still here\n\n");
    }
    unsubscribe();
    closing.removeEventListener("abort", stop);
  });
}

/** True when the waker was called, false when it was quiet for the keep-alive time. */
function woken(hand: (waker: () => void) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), keepAliveMs);
    hand(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
