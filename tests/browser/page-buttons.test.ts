/** Inline buttons and documents of the page in a real browser. */
import { describe, expect, it } from "vitest";
import { pageBed } from "./page-bed.ts";

const bed = pageBed();

describe("inline buttons", () => {
  it("answer with a toast, and the card changes before the reader's eyes", async () => {
    const { chat } = await bed().begun();
    await chat.tapKeyboard("Карточка");
    await chat.waitFor("Списание 10 000 ₽");
    await chat.tap("Согласовать");
    await chat.phone.locator(".toast", { hasText: "Согласовано" }).waitFor();
    const card = await chat.waitFor("Списание 10 000 ₽: согласовано");
    await card.locator(".edited").waitFor();
    expect(await card.locator(".inline-button").count()).toBe(0);
  });

  it("answer with an alert that has to be closed", async () => {
    const { chat, visitor } = await bed().begun();
    await chat.tapKeyboard("Карточка");
    await chat.tap("Подробнее");
    const alert = chat.phone.getByRole("alertdialog");
    await alert.filter({ hasText: "Две пары, бой при приёмке" }).waitFor();
    await visitor.page.keyboard.press("Enter");
    await expect.poll(() => alert.count()).toBe(0);
  });

  it("spin for as long as the bot is silent", async () => {
    const { chat } = await bed().begun();
    await chat.tapKeyboard("Карточка");
    await chat.tap("Молчать");
    await chat.phone.locator(".inline-button[aria-busy]", { hasText: "Молчать" }).waitFor();
  });

  it("lose their colours in an old app and keep their words", async () => {
    const { chat, visitor } = await bed().begun();
    await chat.tapKeyboard("Карточка");
    const approve = chat.phone.locator(".inline-button", { hasText: "Согласовать" });
    await approve.waitFor();
    expect(await approve.getAttribute("data-style")).toBe("success");
    await visitor.page.locator(".tools-toggle").click();
    await visitor.page.locator(".choices .check").click();
    await approve.and(visitor.page.locator(":not([data-style])")).waitFor();
  });
});

describe("a document", () => {
  it("opens from its chip as the PDF that the bot sent", async () => {
    const { chat, visitor } = await bed().begun();
    await chat.tapKeyboard("Акт");
    const chip = (await chat.waitFor("Ваш акт")).locator("a.document");
    expect(await chip.getAttribute("data-file")).toBe("Акт СП-2026-000017.pdf");
    const file = await visitor.page.request.get(
      new URL((await chip.getAttribute("href")) ?? "", bed().url).href,
    );
    expect(file.headers()["content-type"]).toBe("application/pdf");
    expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
  });
});
