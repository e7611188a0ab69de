/** The process in which a stranger's file is read: gets its bytes, gives what is in it piece by piece when asked, ends. */
import { piecesOf, readFileHere, type Piece, type Said } from "./jobs.ts";

const parts: Uint8Array[] = [];
let pieces: Generator<Piece, void> | undefined;

function give(): void {
  process.send?.(pieces?.next().value);
}

process.on("message", (said: Said) => {
  if (said instanceof Uint8Array) parts.push(said);
  else if (said === "more") give();
  else
    void readFileHere({ ...said, bytes: Buffer.concat(parts) }).then((answer) => {
      pieces = piecesOf(answer);
      give();
    });
});
