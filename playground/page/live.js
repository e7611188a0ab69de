/** The stream of what happens at the server: kept open, taken up again after a break. */

/** @import { LiveEvent } from "./contract.d.ts" */

const PAUSE_MS = 1_500;

/**
 * Opens the stream. After a break `reopened` is called, since events may have been missed meanwhile.
 * @param {number} after the newest event that the page knows of
 * @param {{ event: (event: LiveEvent) => void, lost: () => void, reopened: () => void }} listener
 */
export function openLive(after, listener) {
  let last = after;
  let broken = false;
  const connect = () => {
    const source = new EventSource(`/playground/events?after=${last}`);
    source.onmessage = (incoming) => {
      const event = /** @type {LiveEvent} */ (JSON.parse(String(incoming.data)));
      last = event.n;
      listener.event(event);
    };
    source.onopen = () => {
      if (!broken) return;
      broken = false;
      listener.reopened();
    };
    source.onerror = () => {
      if (!broken) listener.lost();
      broken = true;
      // The browser reconnects by itself, except after an answer that was no stream at all.
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, PAUSE_MS);
    };
  };
  connect();
}
