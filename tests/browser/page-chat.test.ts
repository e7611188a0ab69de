/** Chats of the page in a real browser: what a person sends, and what he sees of the bot. */
import { describe, expect, it } from "vitest";
import { pageBed } from "./page-bed.ts";

const bed = pageBed();

describe("a chat", () => {
  it("begins with Start, and what a person writes is answered", async () => {
    const { chat } = await bed().begun();
    await chat.sendText("Добрый день");
    await chat.waitFor("Эхо: Добрый день");
    await chat.tapKeyboard("Мой номер");
    await chat.waitFor("Номер +7");
    expect(await chat.messages()).toHaveLength(6);
  });

  it("shows what the bot says as text and never as markup", async () => {
    const { chat, visitor } = await bed().begun();
    await chat.sendText("Разметка");
    const message = await chat.waitFor("<img src=x onerror=alert(1)>");
    expect(await message.locator("strong").innerText()).toBe("Жирно");
    expect(await visitor.page.locator(".text img").count()).toBe(0);
  });

  it("sends chosen samples as one album that opens picture by picture", async () => {
    const { chat, visitor } = await bed().begun();
    await chat.sendSamples(["01-", "02-", "03-"], { caption: "Подошва" });
    const album = await chat.waitFor("Подошва");
    await expect.poll(() => album.locator(".photo").count()).toBe(3);
    await album.locator(".photo").first().click();
    const { page } = visitor;
    await page.locator(".lightbox-count", { hasText: "1 / 3" }).waitFor();
    await page.keyboard.press("ArrowRight");
    await page.locator(".lightbox-count", { hasText: "2 / 3" }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator(".lightbox").count()).toBe(0);
  });

  it("sends a picture as a file when asked to", async () => {
    const { chat } = await bed().begun();
    await chat.sendSamples(["02-"], { asFile: true });
    await chat.waitFor("Файл 02-sneakers-defect-no-code.jpg");
  });

  it("offers samples that are no pictures by their names, after the pictures, and sends them as files", async () => {
    const { chat } = await bed().begun();
    await chat.sendSamples(["02-", "15-"]);
    await chat.waitFor("Файл 15-bank-statement.txt");
    const samples = chat.phone.locator(".sample");
    const kinds = await samples.evaluateAll((all) =>
      all.map((one) => Number(one.classList.contains("is-file"))),
    );
    expect(kinds).toEqual(kinds.toSorted((a, b) => a - b));
    const file = chat.phone.locator(".sample.is-file", { hasText: "15-bank-statement.txt" });
    expect(await file.count()).toBe(1);
  });

  it("takes files that are dropped on the phone, pasted, or picked from disk, and sends them together", async () => {
    const { chat, visitor } = await bed().begun();
    await visitor.page.evaluate(`(() => {
      const withFile = (name) => {
        const files = new DataTransfer();
        files.items.add(new File(["заметка"], name, { type: "text/plain" }));
        return files;
      };
      const phone = document.querySelector(".phone[data-person='1001']");
      const shared = { bubbles: true, cancelable: true };
      phone.dispatchEvent(new DragEvent("drop", { ...shared, dataTransfer: withFile("брошен.txt") }));
      const paste = new ClipboardEvent("paste", { ...shared, clipboardData: withFile("вставлен.txt") });
      phone.querySelector("textarea").dispatchEvent(paste);
    })()`);
    const file = { name: "выбран.txt", mimeType: "text/plain", buffer: Buffer.from("заметка") };
    await chat.phone.locator("input[type=file]").setInputFiles(file);
    await expect.poll(() => chat.phone.locator(".chosen-file").count()).toBe(3);
    await chat.phone.locator(".send").click();
    for (const name of ["брошен", "вставлен", "выбран"]) await chat.waitFor(`Файл ${name}.txt`);
  });

  it("opens a reply bar when the bot asks for a reply, and answers that very question", async () => {
    const { chat } = await bed().begun();
    await chat.sendText("Вопрос");
    await chat.phone.locator(".about", { hasText: "Какая причина?" }).waitFor();
    await chat.sendText("Бой");
    await chat.waitFor("«Бой» на «Какая причина?»");
    expect(await chat.phone.locator(".about").isVisible()).toBe(false);
  });

  it("lets a person answer any message by a tap on it", async () => {
    const { chat } = await bed().begun();
    await (await chat.waitFor("Здравствуйте!")).locator(".text").click();
    await chat.sendText("И вам");
    await chat.waitFor("«И вам» на «Здравствуйте!»");
  });

  it("marks what came without a sound", async () => {
    const { chat } = await bed().begun();
    await chat.sendText("Тихо");
    const message = await chat.waitFor("Пришло ночью");
    expect(await message.locator(".silent").count()).toBe(1);
  });
});
