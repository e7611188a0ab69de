/** What the server tells the page and what the page may ask of it: the shapes of `/playground/…`, for the type checker only. */

export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
}

export interface Button {
  text: string;
  data?: string;
  url?: string;
  copyText?: string;
  style?: string;
  disabled?: boolean;
}

export interface PhotoSize {
  fileId: string;
  fileUniqueId: string;
  width: number;
  height: number;
}

export interface FileInfo {
  fileId: string;
  fileName?: string;
  mimeType?: string;
  size?: number;
}

/** Content that the page shows plainly, by its kind. */
export type Other =
  | {
      kind: "video" | "audio" | "voice" | "animation";
      fileId: string;
      mimeType: string;
      size: number;
      duration: number;
    }
  | { kind: "sticker"; fileId: string; emoji: string }
  | { kind: "location"; latitude: number; longitude: number }
  | { kind: "contact"; phone: string; firstName: string; lastName?: string; userId?: number }
  | { kind: "service"; pinned?: number };

export interface ChatMessage {
  id: number;
  from: "bot" | "person";
  /** Epoch milliseconds. */
  at: number;
  text?: string;
  caption?: string;
  entities?: Entity[];
  photo?: PhotoSize[];
  document?: FileInfo;
  other?: Other;
  buttons: Button[][];
  replyTo?: number;
  album?: string;
  editedAt?: number;
  silent: boolean;
  forceReply?: boolean;
}

export interface ReplyKeyboard {
  buttons: string[][];
  /** Labels of the buttons that send the person's own contact. */
  contactButtons?: string[];
  placeholder?: string;
}

export interface Person {
  id: number;
  name: string;
  label?: string;
  languageCode?: string;
  unread: number;
  blocked: boolean;
  /** Shown beside the others when a visitor has not chosen yet. */
  shown?: boolean;
}

export interface Sample {
  name: string;
  url: string;
  kind: "photo" | "file";
}

export interface Call {
  n: number;
  method: string;
  params: unknown;
  status: number;
  answer: unknown;
  at: number;
  /** Taken by Telegram, but better avoided. */
  advice?: string;
}

/** A letter in the mailbox's list. */
export interface LetterLine {
  n: number;
  at: number;
  from: string;
  to: string[];
  subject: string;
  attachments: number;
  seen: boolean;
}

export interface OpenLetter extends LetterLine {
  headers: { name: string; value: string }[];
  text: string;
  hasHtml: boolean;
  files: { name: string; mime: string; size: number }[];
}

/** What is still to go wrong with letters, and whether strangers are put off. */
export interface MailFaults {
  waiting: { kind: string; times?: number }[];
  greylist: boolean;
}

export interface State {
  bot: { id: number; username: string; firstName: string };
  people: Person[];
  clock: { now: number; offset: number };
  samples: Sample[];
  flood: boolean;
  faults: Fault[];
  /** Absent: there is no mail server. */
  mail?: MailFaults & { unseen: number };
  /** The number of the newest event: the stream is taken up from here. */
  lastEvent: number;
}

export interface Fault {
  kind: string;
  method?: string;
  chat?: number;
  times?: number;
  retryAfter?: number;
}

/** What is still to go wrong, and whether the published flood limits hold. */
export interface Faults {
  waiting: Fault[];
  flood: boolean;
}

export interface ChatState {
  messages: ChatMessage[];
  keyboard: ReplyKeyboard | null;
  forceReply: number | null;
}

export type LiveEvent = { n: number; person?: number } & (
  | { kind: "message" | "edit"; person: number; message: ChatMessage }
  | { kind: "delete"; person: number; messageIds: number[] }
  | { kind: "keyboard"; person: number; keyboard: ReplyKeyboard | null; forceReply?: number | null }
  | {
      kind: "answer";
      person: number;
      pressId: string;
      messageId: number;
      text?: string;
      alert: boolean;
      url?: string;
    }
  | { kind: "clock"; now: number; offset?: number }
  | { kind: "call"; call: Call }
  | { kind: "letter"; letter: LetterLine }
  | { kind: "chat-action"; person: number; action: string }
  | { kind: "blocked"; person: number; blocked: boolean }
  | { kind: "reset" }
);

/** What a person has begun and not sent; kept by the page when it draws itself anew. */
export interface Draft {
  text: string;
  replyTo: number | null;
  editing: number | null;
  items: Attachment[];
  asFile: boolean;
  trayOpen: boolean;
  keyboardHidden: boolean;
}

export type Attachment =
  | { kind: "sample"; name: string; url: string; photo: boolean }
  | { kind: "file"; name: string; file: File; url: string; photo: boolean };

export interface Chat {
  loaded: boolean;
  /** Older messages may still be at the server. */
  more: boolean;
  messages: ChatMessage[];
  keyboard: ReplyKeyboard | null;
  forceReply: number | null;
  draft: Draft;
}
