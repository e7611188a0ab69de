/** Where one stands inside the goods question. */
import type { AtQuestion, GoodsStep } from "./draft.ts";

export type AtGoods = Extract<AtQuestion, { kind: "goods" }>;
export type Step<K extends GoodsStep["kind"]> = Extract<GoodsStep, { kind: K }>;

export const inside = (at: AtGoods, step: GoodsStep): AtGoods => ({ ...at, step });
export const list = (at: AtGoods): AtGoods => inside(at, { kind: "list" });
