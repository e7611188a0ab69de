/** F1–F11 The bot dies at every passage of every named point of a write-off, and it comes out the same. */
import { describe, expect, test } from "vitest";
import { crashPoints } from "../../bot/crash-points.ts";
import { story } from "../harness.ts";
import { quickPrinter } from "./quick-printer.ts";
import { sentOf, stateOf, surplus, writeOff } from "./write-off-run.ts";

async function run(crashAt?: number) {
  const told = await story({
    printer: quickPrinter,
    limits: { inFlight: 1 },
    ...(crashAt !== undefined && { crashAt }),
  });
  try {
    await writeOff(told);
    return { state: stateOf(told), sent: sentOf(told), passages: [...told.passages] };
  } finally {
    await told.close();
  }
}

const undisturbed = await run();

describe("the bot dies", () => {
  test("the undisturbed run passes every named point and ends with an act", () => {
    const ofWriteOff = Object.keys(crashPoints).filter((name) => !name.startsWith("L")); // it sends no letter
    expect(new Set(undisturbed.passages)).toEqual(new Set(ofWriteOff));
    expect(undisturbed.sent.some((one) => one.includes("sendDocument"))).toBe(true);
    expect(undisturbed.state["unsent"]).toEqual([]);
  });

  test.each(undisturbed.passages.map((name, index) => [name, index + 1] as const))(
    "%s at passage %i: the end is the same, nothing is lost or doubled",
    async (name, passage) => {
      const disturbed = await run(passage);
      expect(disturbed.state).toEqual(undisturbed.state);
      expect(surplus(undisturbed.sent, disturbed.sent)).toEqual([]);
      // only between Telegram's doing and our marking may a message be sent a second time
      expect(surplus(disturbed.sent, undisturbed.sent).length).toBeLessThanOrEqual(name === "F7" ? 1 : 0);
    },
  );
});
