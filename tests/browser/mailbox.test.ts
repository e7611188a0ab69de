/** The mailbox of the page in a real browser: a letter comes, is opened, its file is saved; faults are ordered. */
import { readFileSync } from "node:fs";
import { createTransport } from "nodemailer";
import { expect, it } from "vitest";
import { pageBed } from "./page-bed.ts";

const bed = pageBed();

const send = (subject: string) =>
  createTransport(bed().mail.url).sendMail({
    from: { name: "ООО «Северный шаг»", address: "pay@x.example" },
    to: "sales@y.example",
    subject,
    text: "Здравствуйте!\nВаш счёт <b>передан</b> в оплату.",
    attachments: [{ filename: "Счёт № 1.pdf", content: "%PDF-1.7" }],
  });

it("counts unread letters on its button, lists them as they come, opens them and saves their files", async () => {
  const { page } = await bed().open();
  const button = page.getByRole("button", { name: /^Почта/ });
  await button.waitFor();
  await send("Первое");
  await button.locator(".badge", { hasText: "1" }).waitFor();
  await button.click();
  await page.locator(".letters .unseen", { hasText: "Первое" }).waitFor();
  await send("Второе");
  await expect.poll(() => page.locator(".letter-subject").allInnerTexts()).toEqual(["Второе", "Первое"]);
  const first = page.locator(".letters li", { hasText: "Первое" }).first();
  await first.locator("summary").first().click();
  await first.locator(".letter-text", { hasText: "Ваш счёт <b>передан</b> в оплату." }).waitFor();
  await button.locator(".badge", { hasText: "1" }).waitFor(); // the other one
  const saving = page.waitForEvent("download");
  await first.locator("a", { hasText: "Счёт № 1.pdf" }).click();
  const saved = await saving;
  expect(readFileSync(await saved.path(), "utf8")).toBe("%PDF-1.7");
  await first.locator(".letter-headers summary").click();
  await first.locator("dd", { hasText: "ООО «Северный шаг» <pay@x.example>" }).waitFor();
});

it("orders a refusal of the mail server: the next letter is refused, the one after it comes", async () => {
  const { page } = await bed().open();
  await page.getByRole("button", { name: /^Почта/ }).click();
  const form = page.locator(".mail-faults");
  await form.locator("summary").click();
  await form.locator("select").selectOption("550");
  await form.getByRole("button", { name: "Задать" }).click();
  await form.locator(".faults-waiting", { hasText: "1 × 550" }).waitFor();
  await expect(send("Нет")).rejects.toThrow("550");
  await send("Да");
  await expect.poll(() => page.locator(".letter-subject").allInnerTexts()).toEqual(["Да"]);
});
