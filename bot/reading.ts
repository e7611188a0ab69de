/** What screens that change nothing read from: menus are drawn while an update is routed, outside any transaction (design 2). */
import type { Store } from "../db/open.ts";

export interface Reading {
  readonly store: Store;
  readonly clock: { now(): number };
}
