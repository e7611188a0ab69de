/** The page's own API: its people act through it, and it is told what happens. Refuses other origins. */
import { Hono } from "hono";
import type { Desk } from "./dispatch.ts";
import type { TelegramOptions } from "./server.ts";

export interface PageParts {
  desk: Desk;
  options: TelegramOptions;
  reset: () => void;
  closing: AbortSignal;
}

export function pageApi(_parts: PageParts): Hono {
  return new Hono();
}
