/** What the goods question asks at each of its steps, with its buttons. */
import { goodsOf, totalOf, type GoodsLine } from "../engine/answers.ts";
import { allowsFractions } from "../goods/units.ts";
import { units, type Thousandths } from "../ids.ts";
import type { Around } from "./catalogue.ts";
import type { Draft, Wanted } from "./draft.ts";
import type { AtGoods } from "./goods-at.ts";
import { lineNumbered } from "./goods-lines.ts";
import { modelsFor, sizesOf } from "./goods-search.ts";
import type { Button, Buttons } from "./input.ts";
import type { Prompt } from "./prompt.ts";

type Asked = Pick<Prompt, "ask" | "buttons">;

/** Lines offered as buttons; of more, the number is typed. */
const lineButtonsMax = 40;
const sizesInRow = 4;

export function goodsAsk(draft: Draft, at: AtGoods, around: Around): Asked {
  const { step } = at;
  switch (step.kind) {
    case "list":
      return listAsk(draft);
    case "models": {
      const { models, more } = modelsFor(step.text, draft, around);
      const buttons = models.map((model): readonly Button[] => [{ kind: "model", model }]);
      return { ask: { kind: "models", text: step.text, more }, buttons };
    }
    case "sizes":
      return { ask: { kind: "sizes", model: step.model }, buttons: sizeButtons(draft, step.model, around) };
    case "quantity":
      return quantityAsk(draft, step.wanted, step.line, around);
    case "confirm": {
      const rows: Buttons = [[{ kind: "right" }], [{ kind: "right-and-done" }]];
      const mend: Buttons = step.lines.length === 1 ? [[{ kind: "mend-line" }]] : [];
      const { lines, from } = step;
      return { ask: { kind: "confirm", lines, ...sums(lines), from }, buttons: [...rows, ...mend] };
    }
    case "outside":
      return { ask: { kind: "outside", name: step.name }, buttons: [[{ kind: "add-outside" }]] };
    case "pick-line":
      return {
        ask: { kind: "pick-line", count: goodsOf(draft.answers).length },
        buttons: lineButtons(draft),
      };
    case "line": {
      const line = lineNumbered(draft, step.line);
      if (line === undefined) return listAsk(draft);
      const reasons = Object.values(draft.answers).some(
        (answer) => answer.kind === "reason" && answer.code === undefined,
      );
      const change: Buttons = reasons ? [[{ kind: "change-reason" }]] : [];
      return {
        ask: { kind: "line", line },
        buttons: [[{ kind: "change-quantity" }, { kind: "remove" }], ...change],
      };
    }
    case "reading":
      return { ask: { kind: "reading" }, buttons: [] };
  }
}

const sums = (lines: readonly GoodsLine[]) => totalOf({ lines: { kind: "goods", lines } });

function listAsk(draft: Draft): Asked {
  const lines = goodsOf(draft.answers);
  if (lines.length === 0) return { ask: { kind: "goods-search" }, buttons: [] };
  return {
    ask: { kind: "goods-list", lines, ...sums(lines) },
    buttons: [[{ kind: "done" }], [{ kind: "change-lines" }]],
  };
}

/** Sizes in rows; where two products share one, or have none, the article tells them apart. */
function sizeButtons(draft: Draft, model: string, around: Around): Buttons {
  const products = sizesOf(model, draft, around);
  const buttons = products.map((product): Button => {
    const twin = products.some((other) => other.sku !== product.sku && other.size === product.size);
    const name =
      product.size === undefined ? product.sku : twin ? `${product.size} · ${product.sku}` : product.size;
    return { kind: "product", sku: product.sku, name };
  });
  return rowsOf(buttons, sizesInRow);
}

function rowsOf(buttons: readonly Button[], length: number): Buttons {
  const rows: Button[][] = [];
  for (let start = 0; start < buttons.length; start += length)
    rows.push(buttons.slice(start, start + length));
  return rows;
}

const pieces = (counts: readonly number[], unit?: string): readonly Button[] =>
  counts.map((count) => ({
    kind: "quantity",
    quantity: units<Thousandths>(count * 1000),
    ...(unit === undefined ? {} : { unit }),
  }));

function quantityAsk(draft: Draft, wanted: Wanted, number: number | undefined, around: Around): Asked {
  const product = "sku" in wanted ? around.catalogue.product(wanted.sku) : undefined;
  const line = number === undefined ? undefined : lineNumbered(draft, number);
  const name = product?.name ?? line?.name ?? ("name" in wanted ? wanted.name : wanted.sku);
  const unit = product?.unit ?? line?.unit;
  const price = product?.price ?? line?.price;
  const ask = {
    kind: "quantity",
    name,
    ...(unit === undefined ? {} : { unit }),
    ...(price === undefined ? {} : { price }),
  } as const;
  if (unit === undefined)
    return { ask, buttons: [pieces([1, 2, 3], "шт"), pieces([1, 2, 3], "пара"), pieces([1, 2], "кг")] };
  const parts = allowsFractions(unit) ? [[...pieces([0.5]), ...pieces([1, 1.5, 2, 3])]] : [];
  return { ask, buttons: parts.length > 0 ? parts : [pieces([1, 2, 3, 4, 5]), pieces([6, 8, 10, 12, 20])] };
}

function lineButtons(draft: Draft): Buttons {
  return goodsOf(draft.answers)
    .slice(0, lineButtonsMax)
    .map(({ line, name, quantity, unit }, index): readonly Button[] => [
      { kind: "line", line, at: index + 1, name, quantity, unit },
    ]);
}
