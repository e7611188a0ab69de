/** «Файл счёта», «Закрывающие документы»: whole papers on demand, as files under the names that they came with. */
import { enqueue } from "../../../db/outbox.ts";
import { readerOf, withCase, type Taps } from "../../act.ts";
import { caseName } from "../../cards/first-line.ts";
import { fileSets, filesIn } from "../../cards/file-buttons.ts";
import { plain } from "../../refusals.ts";

export const filesTaps: Taps<"files"> = {
  files: (turn, { request, index }) =>
    withCase(turn, request, (found) => {
      const set = fileSets[index];
      const files = set === undefined ? [] : filesIn(found.request, set);
      const { telegram: chat } = turn.me;
      if (files.length === 0 || chat === undefined)
        return turn.toast(plain(turn.words("refusal-outdated")), true);
      for (const [position, file] of files.entries()) {
        const caption =
          position === 0 ? { caption: caseName(found, readerOf(turn)), parse_mode: "HTML" } : {};
        // Telegram sends a document again by its id; a photo becomes a file only from its bytes
        if (file.sentAs === "document")
          enqueue(turn.tx, {
            chat,
            lane: "answer",
            method: "sendDocument",
            payload: { document: file.fileId, ...caption },
            at: turn.now,
          });
        else
          enqueue(turn.tx, {
            chat,
            lane: "answer",
            method: "kept-file",
            payload: { hash: file.hash, name: file.name, ...caption },
            at: turn.now,
          });
      }
      return undefined;
    }),
};
