/** How entities of one text live together: their order, what may lie inside what, what is split and what is dropped. */
import type { Entity } from "../messages.ts";

const splittable = ["bold", "italic", "underline", "strikethrough", "spoiler"];
const quotes = ["blockquote", "expandable_blockquote"];
const literal = ["pre", "code", "date_time"];

const priorities: Readonly<Record<string, number>> = {
  blockquote: 0,
  expandable_blockquote: 0,
  pre: 10,
  code: 20,
  date_time: 30,
  text_link: 49,
  text_mention: 49,
  bold: 90,
  italic: 91,
  underline: 92,
  strikethrough: 93,
  spoiler: 94,
  custom_emoji: 99,
};
const foundPriority = 50;

export const isSplittable = (entity: Entity): boolean => splittable.includes(entity.type);
export const isQuote = (entity: Entity): boolean => quotes.includes(entity.type);
const isLiteral = (entity: Entity): boolean => literal.includes(entity.type);
const endOf = (entity: Entity): number => entity.offset + entity.length;

/** By offset, then longer first, then outer kinds before inner ones. */
export function sortEntities(entities: readonly Entity[]): Entity[] {
  return [...entities].sort(
    (a, b) => a.offset - b.offset || b.length - a.length || priority(a.type) - priority(b.type),
  );
}

function priority(type: string): number {
  return priorities[type] ?? foundPriority;
}

/** Puts given entities in the shape Telegram keeps: no crossings, nothing inside `pre`, equal neighbours merged. */
export function fixEntities(entities: readonly Entity[]): Entity[] {
  const sorted = sortEntities(entities);
  if (areValid(sorted)) return sorted;
  return join(
    sorted.filter(isSplittable),
    withoutCrossings(sorted.filter(isQuote)),
    withoutCrossings(sorted.filter((entity) => !isSplittable(entity) && !isQuote(entity))),
  );
}

/** Adds entities that the server found by itself; given ones have precedence. */
export function mergeFound(entities: readonly Entity[], found: readonly Entity[]): Entity[] {
  if (found.length === 0) return [...entities];
  const given = entities.filter((entity) => !isSplittable(entity) && !isQuote(entity));
  const free = found.filter((entity) =>
    given.every((other) => endOf(entity) <= other.offset || endOf(other) <= entity.offset),
  );
  return join(entities.filter(isSplittable), entities.filter(isQuote), sortEntities([...given, ...free]));
}

function join(split: Entity[], quoted: Entity[], continuous: Entity[]): Entity[] {
  const kept = continuous.filter((entity) => quoted.every((quote) => !cutsQuote(entity, quote)));
  const fixed = sortEntities([...kept, ...quoted]);
  return sortEntities([...fixed, ...splitAround(split, fixed)]);
}

/** True when an entity is neither inside a quote nor outside of it. */
function cutsQuote(entity: Entity, quote: Entity): boolean {
  const apart = endOf(quote) <= entity.offset || endOf(entity) <= quote.offset;
  const inside = quote.offset <= entity.offset && endOf(entity) <= endOf(quote);
  return !apart && !inside;
}

function withoutCrossings(sorted: readonly Entity[]): Entity[] {
  let end = 0;
  return sorted.filter((entity) => {
    if (entity.offset < end) return false;
    end = endOf(entity);
    return true;
  });
}

function areValid(sorted: readonly Entity[]): boolean {
  const stack: Entity[] = [];
  const lastEnd = new Map<string, number>();
  for (const entity of sorted) {
    while (stack.length > 0 && entity.offset >= endOf(stack.at(-1) ?? entity)) stack.pop();
    if (stack.length > 0 && !mayLieInside(entity, stack)) return false;
    if (isSplittable(entity)) {
      if ((lastEnd.get(entity.type) ?? -1) >= entity.offset) return false;
      lastEnd.set(entity.type, endOf(entity));
    }
    stack.push(entity);
  }
  return true;
}

function mayLieInside(entity: Entity, stack: readonly Entity[]): boolean {
  const parent = stack.at(-1);
  if (parent === undefined) return true;
  if (endOf(entity) > endOf(parent)) return false;
  if (stack.some((outer) => outer.type === entity.type)) return false;
  if (isLiteral(parent)) return false;
  if (isLiteral(entity) && stack.some((outer) => !isQuote(outer))) return false;
  const continuous = (other: Entity) => !isSplittable(other) && !isQuote(other) && !isLiteral(other);
  if ((continuous(entity) || isQuote(entity)) && stack.some(continuous)) return false;
  if (isQuote(entity) && stack.some(isQuote)) return false;
  return !stack.some(isSplittable);
}

/** Bold and the like are merged where they touch, cut at the edges of the other entities, and dropped inside `pre`. */
function splitAround(split: readonly Entity[], others: readonly Entity[]): Entity[] {
  const edges = [...new Set(others.flatMap((entity) => [entity.offset, endOf(entity)]))].sort(
    (a, b) => a - b,
  );
  const pieces: Entity[] = [];
  for (const type of splittable) {
    for (const whole of united(split.filter((entity) => entity.type === type))) {
      let from = whole.offset;
      for (const edge of [...edges.filter((at) => at > whole.offset && at < endOf(whole)), endOf(whole)]) {
        const piece = { type, offset: from, length: edge - from };
        if (!others.some((other) => isLiteral(other) && other.offset <= from && edge <= endOf(other)))
          pieces.push(piece);
        from = edge;
      }
    }
  }
  return cutByEachOther(pieces);
}

function united(sorted: readonly Entity[]): Entity[] {
  const result: Entity[] = [];
  for (const entity of sorted) {
    const last = result.at(-1);
    if (last && entity.offset <= endOf(last))
      last.length = Math.max(endOf(last), endOf(entity)) - last.offset;
    else result.push({ ...entity });
  }
  return result;
}

/** A piece that begins inside another of a different kind cuts that one at its beginning. */
function cutByEachOther(pieces: readonly Entity[]): Entity[] {
  const starts = [...new Set(pieces.map((piece) => piece.offset))].sort((a, b) => a - b);
  return pieces.flatMap((piece) => {
    const cuts = starts.filter((at) => at > piece.offset && at < endOf(piece));
    const bounds = [piece.offset, ...cuts, endOf(piece)];
    return cuts.length === 0
      ? [piece]
      : bounds
          .slice(0, -1)
          .map((from, n) => ({ ...piece, offset: from, length: (bounds[n + 1] ?? from) - from }));
  });
}
