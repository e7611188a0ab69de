/** Open requests per store and article: people are warned before they file the same goods twice. */
import { goodsOf } from "../flows/engine/answers.ts";
import type { Request } from "../flows/engine/request.ts";
import type { DepartmentId, RequestId, Sku } from "../flows/ids.ts";
import type { Store } from "./open.ts";
import { change, rows } from "./rows.ts";
import type { Tx } from "./write.ts";

const perArticleMax = 5;

/** Open requests of the place that hold one of these articles, newest first per article. */
export function openGoodsAt(
  store: Store,
  place: DepartmentId,
  skus: readonly Sku[],
  exceptRequest?: RequestId,
): readonly { readonly sku: Sku; readonly request: RequestId }[] {
  return [...new Set(skus)].flatMap((sku) =>
    rows<{ sku: Sku; request: RequestId }>(
      store,
      "SELECT sku, request FROM open_goods WHERE place = ? AND sku = ? AND request <> ? ORDER BY request DESC LIMIT ?",
      place,
      sku,
      exceptRequest ?? 0,
      perArticleMax,
    ),
  );
}

/** Keeps the articles of a request listed while it is open. */
export function keepOpenGoods(tx: Tx, before: Request | undefined, after: Request): void {
  const had = articles(before);
  const has = articles(after);
  for (const sku of had)
    if (!has.has(sku))
      change(
        tx,
        "DELETE FROM open_goods WHERE place = ? AND sku = ? AND request = ?",
        after.place,
        sku,
        after.id,
      );
  for (const sku of has)
    if (!had.has(sku))
      change(
        tx,
        "INSERT INTO open_goods (place, sku, request) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        after.place,
        sku,
        after.id,
      );
}

function articles(request: Request | undefined): ReadonlySet<Sku> {
  if (request === undefined || request.status === "ended" || request.status === "withdrawn") return new Set();
  return new Set(goodsOf(request.answers).flatMap((line) => line.sku ?? []));
}
