/** A letter, a mail server with a pigeonhole, and what came of it: what the tests of mail are told with. */
import PostalMime, { type Email } from "postal-mime";
import { onTestFinished } from "vitest";
import type { Letter } from "../../bot/channels/mail-letter.ts";
import { openMailServer, type ArrivedMail, type MailServer } from "../../playground/mail-server.ts";

export const sunday = Date.UTC(2026, 2, 1, 9);

export function letter(change: Partial<Letter> = {}): Letter {
  return {
    at: sunday,
    messageId: "<inv-17-1@north-step.example>",
    fromName: "ООО «Северный шаг»",
    to: { name: "АО «Вихрь-Опт»", address: "sales@vihr-opt.example" },
    subject: "Счёт № УТ-1045 от 11.03.2026 на 244 000,00 ₽ передан в оплату — просим подтвердить отгрузку",
    text: "Здравствуйте!\n\nВаш счёт согласован.\n.\nТочка на строке одна.\n",
    html: "<p>Здравствуйте!</p>",
    attachments: [],
    ...change,
  };
}

export interface Pigeonhole {
  readonly server: MailServer;
  readonly arrived: readonly ArrivedMail[];
  /** The letters as their readers' programs see them. */
  read(): Promise<Email[]>;
}

/** A mail server for one test: it keeps what arrives, and is closed with the test. */
export async function pigeonhole(
  of: {
    readonly now?: () => number;
    readonly login?: { readonly user: string; readonly pass: string };
  } = {},
): Promise<Pigeonhole> {
  const arrived: ArrivedMail[] = [];
  const server = await openMailServer({
    now: of.now ?? (() => sunday),
    ...(of.login && { login: of.login }),
  });
  server.deliverTo((mail) => {
    arrived.push(mail);
    return Promise.resolve();
  });
  onTestFinished(() => server.close());
  return { server, arrived, read: () => Promise.all(arrived.map(({ bytes }) => PostalMime.parse(bytes))) };
}
