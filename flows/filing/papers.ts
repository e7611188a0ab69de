/** The papers of a draft: an invoice as PDF or photos of its pages, each once, with what became of its check. */
import { oneLine } from "../company/clean-text.ts";
import type { KeptFile } from "../engine/answers.ts";
import type { Question } from "../engine/questions.ts";
import { id, type FileHash } from "../ids.ts";
import type { Around, Catalogue, Upload } from "./catalogue.ts";
import type { Draft, Paper } from "./draft.ts";

type FilesQuestion = Extract<Question, { kind: "files" }>;

export function filesQuestion(around: Pick<Around, "process">): FilesQuestion | undefined {
  return around.process.form.find((question) => question.kind === "files");
}

/** Longer names are cut before their ending. */
const nameMax = 120;
/** Names that some systems keep for devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A file's name as it is shown and attached: one line, no folders, nothing hidden; on disk it is never used (F49). */
export function cleanFileName(given: string): string {
  const name = oneLine(given)
    .replace(/[/\\:*?"<>|]/g, "_")
    .replace(/^[.\s]+/, "");
  const [ending = ""] = /\.[\p{L}\d]{1,8}$/u.exec(name) ?? [];
  const stem = Array.from(name.slice(0, name.length - ending.length)).slice(0, nameMax - ending.length);
  const whole = `${stem.join("").trim()}${ending}`;
  if (whole === "" || whole === ending) return `file${ending}`;
  return reserved.test(whole) ? `_${whole}` : whole;
}

/** Stands for the hash of a paper that isn't checked yet, so that a draft can be looked at as a whole. */
const unchecked = id<FileHash>("0".repeat(64));

type Ready = Extract<Upload, { kind: "ready" }>;

function uploadOf(paper: Paper, catalogue: Catalogue): Upload {
  return paper.kept === undefined ? catalogue.upload(paper.uniqueId) : { kind: "ready", ...paper.kept };
}

/** What stands or may stand: the refused ones are left out, and of two with the same bytes the second. */
export function filesTaken(draft: Draft, catalogue: Catalogue): readonly KeptFile[] {
  return standing(draft, catalogue).papers.map((paper, at) => {
    const upload = uploadOf(paper, catalogue);
    const { hash, mime, page }: Omit<Ready, "kind"> = upload.kind === "ready" ? upload : { hash: unchecked };
    const { uniqueId, fileId, sentAs } = paper;
    return {
      hash,
      // A photo has no name of its own; a letter that carries it needs one.
      name: paper.name ?? `photo-${at + 1}.jpg`,
      mime: mime ?? (sentAs === "photo" ? "image/jpeg" : "application/pdf"),
      fileId,
      uniqueId,
      sentAs,
      ...(page === undefined ? {} : { page }),
    };
  });
}

export interface RefusedPaper {
  readonly name?: string;
  readonly why: string;
}

/** How many papers are still being checked, and which were refused. */
export function papersCheck(
  { papers }: Pick<Draft, "papers">,
  catalogue: Catalogue,
): { readonly pending: number; readonly refused: readonly RefusedPaper[] } {
  let pending = 0;
  const refused: RefusedPaper[] = [];
  for (const paper of papers) {
    const upload = uploadOf(paper, catalogue);
    if (upload.kind === "pending") pending += 1;
    if (upload.kind === "refused")
      refused.push({ ...(paper.name === undefined ? {} : { name: paper.name }), why: upload.why });
  }
  return { pending, refused };
}

/** What was refused makes room for another, and so does what turned out to be there already. */
export function standing(draft: Draft, catalogue: Catalogue): Draft {
  const hashes = new Set<FileHash>();
  const papers = draft.papers.filter((paper) => {
    const upload = uploadOf(paper, catalogue);
    if (upload.kind !== "ready") return upload.kind === "pending";
    const again = hashes.has(upload.hash);
    hashes.add(upload.hash);
    return !again;
  });
  return papers.length === draft.papers.length ? draft : { ...draft, papers };
}

/** A file that stands in a request, in the draft that begins from it. */
export function paperOf({ hash, mime, page, name, uniqueId, fileId, sentAs }: KeptFile): Paper {
  const kept = { hash, mime, ...(page === undefined ? {} : { page }) };
  return { uniqueId, fileId, sentAs, name, kept };
}
