/** One small conversation, the same for every client library, and the transcript that it leaves. */
import { createHash } from "node:crypto";
import type { ChatMessage } from "../../../playground/chat-view.ts";
import type { Telegram } from "../../../playground/server.ts";
import { pngOf } from "../pictures.ts";
import { anna } from "../telegram.ts";

/** What a bot written with one of the libraries gives to the test. */
export interface RunningBot {
  stop: () => Promise<void>;
}

/** Words of the bot under test, in one place so that both bots say the same. */
export const words = {
  greeting: "Здравствуйте! <b>Пришлите</b> фото.",
  document: "акт о браке 7.pdf",
  question: "Согласны с «списанием» & <i>актом</i>?".replace("&", "&amp;"),
  yes: "Да, согласен",
  answered: "Принято",
  edited: "Согласовано ✓",
} as const;

/** Plays the person's side and waits for each of the bot's answers. */
export async function converse(telegram: Telegram): Promise<object[]> {
  const person = telegram.person(anna.id);
  const seen = (holds: (messages: ChatMessage[]) => boolean) =>
    until(telegram, () => holds(person.messages()));
  const heard = (text: string) =>
    seen((messages) => messages.some((message) => message.text?.includes(text)));
  person.start();
  await heard("Здравствуйте");
  person.text("эхо: привет 😀");
  await heard("эхо: привет 😀!");
  person.photo(await pngOf(90, 60), { caption: "бой" });
  await seen((messages) => messages.some(({ from, document }) => from === "bot" && document !== undefined));
  person.album([await pngOf(50, 40), await pngOf(60, 40)]);
  await seen(
    (messages) => messages.filter(({ from, album }) => from === "bot" && album !== undefined).length === 2,
  );
  person.text("/ask");
  await heard("Согласны");
  person.tap(words.yes);
  await heard(words.edited);
  await until(telegram, () => person.answers().length === 1);
  person.text("/forget");
  await seen((messages) => !messages.some(({ text }) => text?.includes("эхо: привет 😀!")));
  return [
    ...person.messages().map(plain(telegram)),
    ...person.answers().map(({ text, alert }) => ({ text, alert })),
  ];
}

/** A message without what differs from run to run: numbers, ids, dates. */
function plain(telegram: Telegram) {
  const person = telegram.person(anna.id);
  const hash = (fileId: string) => createHash("sha256").update(person.download(fileId)).digest("hex");
  return (message: ChatMessage): object => {
    const { from, text, caption, entities, buttons, album, photo, document, replyTo, editedAt } = message;
    return {
      from,
      text,
      caption,
      entities,
      buttons,
      inAlbum: album !== undefined,
      photo: photo?.map(({ fileId, width, height }) => ({ width, height, bytes: hash(fileId) })),
      document: document && { ...document, fileId: hash(document.fileId) },
      isReply: replyTo !== undefined,
      edited: editedAt !== undefined,
    };
  };
}

/** Resolves when the condition holds, looking again after everything that happens. */
function until(telegram: Telegram, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const unsubscribe = telegram.world.events.subscribe(check);
    function check(): void {
      if (!holds()) return;
      unsubscribe();
      resolve();
    }
    check();
  });
}
