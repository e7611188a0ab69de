/** The whole bot with requests filed straight into the store: what is tested here begins at the card. */
import { execute } from "../../../db/execute.ts";
import { write } from "../../../db/write.ts";
import type { Answers } from "../../../flows/engine/answers.ts";
import { id, units, type Instant, type Minor, type RequestId, type Thousandths } from "../../../flows/ids.ts";
import type { Story } from "../../harness.ts";

/**
 * Needs no photos, only a comment (domain 5.8).
 * @param price minor units; `null`: outside the catalogue
 */
export const lostGoods = (quantity = 2, price: number | null = 500_000): Answers => ({
  goods: {
    kind: "goods",
    lines: [
      {
        line: 1,
        ...(price === null ? {} : { sku: id("ОБ-1002"), price: units<Minor>(price) }),
        name: "Кроссовки беговые мужские «Вихрь Р-1», чёрный, р. 42",
        unit: "пара",
        quantity: units<Thousandths>(quantity * 1000),
        vat: 22,
      },
    ],
  },
  reason: { kind: "reason", code: "07" },
  comment: { kind: "text", text: "Не нашли при пересчёте" },
});

interface FiledOf {
  readonly process?: "write-off" | "return";
  readonly by?: string;
  readonly place?: string;
  readonly answers?: Answers;
}

/** Files a request and lets the bot tell whom it concerns. */
export async function file(told: Story, of: FiledOf = {}): Promise<RequestId> {
  const request = fileOnly(told, of);
  await told.settle();
  return request;
}

export function fileOnly(told: Story, of: FiledOf = {}): RequestId {
  const process = of.process ?? "write-off";
  const answers =
    process === "write-off"
      ? lostGoods()
      : {
          ...lostGoods(3, 250_000),
          reason: { kind: "reason", code: "12" } as const,
          supplier: {
            kind: "supplier",
            supplier: { id: id<never>("mokasin"), name: "ООО «Мокасин-Трейд»" },
          } as const,
        };
  const done = write(told.store, (tx) =>
    execute(
      tx,
      { process: id(process) },
      {
        kind: "file",
        by: id(of.by ?? "kotov"),
        at: units<Instant>(told.clock.now()),
        place: id(of.place ?? "store-2"),
        answers: of.answers ?? answers,
      },
    ),
  );
  if ("refusal" in done) throw new Error(`filing was refused: ${done.refusal.kind}`);
  return done.request.id;
}

/** Words with plain spaces, as a reader sees them. */
export const plainly = (text: string): string => text.replaceAll("\u00a0", " ");
