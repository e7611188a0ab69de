import { afterEach, beforeEach, expect, test } from "vitest";
import { story, type Story } from "../../harness.ts";
import { reader } from "../filing/talk.ts";
import { filed, invoiceDay, toInvoicePreview } from "./filing-talk.ts";

let told: Story;
beforeEach(async () => {
  told = await story({ now: invoiceDay });
  await told.everybody();
});
afterEach(() => told.close());

test("walk", async () => {
  const petrenko = reader(told, "petrenko");
  await toInvoicePreview(petrenko);
  await petrenko.choose("Отправить на согласование");
  console.log(petrenko.heard().join("\n-----\n"));
  console.log(JSON.stringify(filed(told, 1), null, 1));
  console.log(told.messagesTo("sokolova").join("\n----\n"));
});
