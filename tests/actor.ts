/** A person in a story: acts, lets the bot do its work, and sees what came of it. */
import type { ChatMessage } from "../playground/chat-view.ts";
import type { PersonaChat } from "../playground/persona.ts";

type Acts =
  | "start"
  | "text"
  | "photo"
  | "file"
  | "album"
  | "video"
  | "voice"
  | "sticker"
  | "location"
  | "contact"
  | "edit"
  | "block"
  | "unblock";
/** The same act, followed by all that the bot does about it. */
type Settled<F> = F extends (...args: infer Args) => infer Result
  ? (...args: Args) => Promise<Result>
  : never;

/** What a press was answered with. */
export interface Pressed {
  /** The toast or alert; absent: the press only ended its spinner, or was never answered. */
  readonly toast?: string;
  readonly alert: boolean;
  readonly answered: boolean;
}

export type Actor = { readonly [Act in Acts]: Settled<PersonaChat[Act]> } & {
  /** Presses the newest visible inline button with that label. */
  tap(label: string | RegExp): Promise<Pressed>;
  /** Presses with any data, as a changed app could. */
  press(messageId: number, data: string): Promise<Pressed>;
  /** The text of a reply-keyboard button: it must be on the keyboard now. */
  choose(label: string | RegExp): Promise<void>;
  messages(): ChatMessage[];
  last(): ChatMessage;
  find(text: string | RegExp): ChatMessage;
  /** The words of the newest message from the bot. */
  said(): string;
  keyboard(): string[][];
  /** Labels of all inline buttons of a message. */
  buttons(message: ChatMessage): string[];
  /** Acts without waiting for the bot: for what happens at the same time. */
  readonly raw: PersonaChat;
};

export function actor(chat: PersonaChat, settle: () => Promise<void>): Actor {
  const settled =
    <Args extends unknown[], Result>(act: (...args: Args) => Result) =>
    async (...args: Args): Promise<Result> => {
      const result = act(...args);
      await settle();
      return result;
    };
  const pressed = (id: string): Pressed => {
    const answer = chat.answers().findLast((one) => one.pressId === id);
    const toast = answer?.text;
    return { alert: answer?.alert ?? false, answered: answer !== undefined, ...(toast ? { toast } : {}) };
  };
  const text = settled((...args: Parameters<PersonaChat["text"]>) => chat.text(...args));
  return {
    start: settled((...args: Parameters<PersonaChat["start"]>) => chat.start(...args)),
    text,
    photo: settled((...args: Parameters<PersonaChat["photo"]>) => chat.photo(...args)),
    file: settled((...args: Parameters<PersonaChat["file"]>) => chat.file(...args)),
    album: settled((...args: Parameters<PersonaChat["album"]>) => chat.album(...args)),
    video: settled((...args: Parameters<PersonaChat["video"]>) => chat.video(...args)),
    voice: settled((...args: Parameters<PersonaChat["voice"]>) => chat.voice(...args)),
    sticker: settled((...args: Parameters<PersonaChat["sticker"]>) => chat.sticker(...args)),
    location: settled((...args: Parameters<PersonaChat["location"]>) => chat.location(...args)),
    contact: settled((...args: Parameters<PersonaChat["contact"]>) => chat.contact(...args)),
    edit: settled((...args: Parameters<PersonaChat["edit"]>) => chat.edit(...args)),
    block: settled((...args: Parameters<PersonaChat["block"]>) => chat.block(...args)),
    unblock: settled((...args: Parameters<PersonaChat["unblock"]>) => chat.unblock(...args)),
    tap: async (label) => pressed(await settled(() => chat.tap(label))()),
    press: async (messageId, data) => pressed(await settled(() => chat.press(messageId, data))()),
    async choose(label) {
      const labels = chat.keyboard().flat();
      const found = labels.find((one) => (typeof label === "string" ? one.includes(label) : label.test(one)));
      if (found === undefined)
        throw new Error(`No reply button fits ${String(label)}. There are: ${labels.join(", ")}`);
      await text(found);
    },
    messages: () => chat.messages(),
    last: () => chat.last(),
    find: (words) => chat.find(words),
    said() {
      const message = chat.messages().findLast((one) => one.from === "bot");
      if (message === undefined) throw new Error("the bot has said nothing yet");
      return message.text ?? message.caption ?? "";
    },
    keyboard: () => chat.keyboard(),
    buttons: (message) => message.buttons.flat().map((button) => button.text),
    raw: chat,
  };
}
