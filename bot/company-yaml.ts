/** The company file's text: every scalar stays a text, and every problem gets the line it is in. */
import {
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type YAMLError,
} from "yaml";
import type { CompanyProblem, Path } from "../flows/company/file-problems.ts";
import type { FileProblem } from "./company-problems.ts";

const aliasesMax = 100;

export interface CompanyYaml {
  readonly raw: unknown;
  readonly problems: readonly FileProblem[];
  readonly locate: (problem: CompanyProblem) => FileProblem;
}

/** Parses the text; nothing of it is used when the markup is broken anywhere. */
export function parseCompanyYaml(text: string, file: string): CompanyYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { schema: "failsafe", lineCounter: lines, prettyErrors: false });
  const problems = yamlErrors(document).map((error) => {
    const { line } = lines.linePos(error.pos[0]);
    return { kind: "yaml", file, line, code: error.code } as const;
  });
  const lineOf = (path: Path) => lines.linePos(offsetOf(document, path)).line;
  const locate = ({ path, problem }: CompanyProblem): FileProblem => {
    const first = problem.kind === "duplicate" ? { firstLine: lineOf(problem.first) } : {};
    return { kind: "field", file, path, problem, line: lineOf(path), ...first };
  };
  if (problems.length > 0) return { raw: undefined, problems, locate };
  try {
    return { raw: document.toJS({ maxAliasCount: aliasesMax }), problems, locate };
  } catch {
    // The only thing that can go wrong here: aliases that lead nowhere, or multiply without end.
    return { raw: undefined, problems: [{ kind: "yaml", file, line: 1, code: "ALIAS" }], locate };
  }
}

/** Keys that stand twice are told one by one; broken markup once, for what follows it is misread as well. */
function yamlErrors(document: Document.Parsed): readonly YAMLError[] {
  const broken = document.errors.find((error) => error.code !== "DUPLICATE_KEY");
  return broken ? [broken] : document.errors;
}

/** Where a path begins in the text; where a field is missing, where the section that lacks it begins. */
function offsetOf(document: Document.Parsed, path: Path): number {
  let node: Node | null = document.contents;
  let offset = node?.range?.[0] ?? 0;
  for (const key of path) {
    const next = stepInto(node, key);
    if (!next) break;
    offset = next.offset;
    node = next.node;
  }
  return offset;
}

function stepInto(
  node: Node | null,
  key: string | number,
): { node: Node | null; offset: number } | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
    if (!pair || !isScalar(pair.key)) return undefined;
    // The parser's pairs hold nodes; a key without a value holds null.
    return { node: pair.value as Node | null, offset: pair.key.range?.[0] ?? 0 };
  }
  if (node && "items" in node && typeof key === "number") {
    const item = node.items[key] as Node | undefined; // a sequence's items are nodes
    return item?.range ? { node: item, offset: item.range[0] } : undefined;
  }
  return undefined;
}
