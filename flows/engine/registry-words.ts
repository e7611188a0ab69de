/** What a request is found by in the registry: its numbers, its supplier, its goods and everything typed (S3.8). */
import { searchKeys, wordKeys } from "../goods/search.ts";
import { id, type Sku, type SupplierId } from "../ids.ts";
import { goodsOf, type Answer, type Answers } from "./answers.ts";
import type { Request } from "./request.ts";

/** The supplier whom a request names; undefined: it asks for none, or none was given. */
export function supplierOf(answers: Answers): SupplierId | undefined {
  for (const given of Object.values(answers)) if (given.kind === "supplier") return given.supplier.id;
  return undefined;
}

/** The words for the store's index, separated by spaces. @param inn the supplier's tax number */
export function wordsOfRequest(
  request: Pick<Request, "id" | "answers" | "papers">,
  inn: string | undefined,
): string {
  const goods = goodsOf(request.answers).map(({ sku = id<Sku>(""), ...line }) =>
    searchKeys({ ...line, sku }),
  );
  const said = wordKeys([
    String(request.id),
    ...request.papers.map((paper) => paper.number),
    ...Object.values(request.answers).map(typedIn),
    inn,
  ]);
  return [...new Set([said, ...goods].flatMap((keys) => keys.split(" ")))].join(" ").trim();
}

/** Other people's words in an answer; kinds that say none are found by what they choose or count. */
function typedIn(answer: Answer): string | undefined {
  if (answer.kind === "text") return answer.text;
  return answer.kind === "supplier" ? answer.supplier.name : undefined;
}
