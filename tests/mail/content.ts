/** What the tests' letters say, and from whom. */
import type { LetterRow } from "../../db/letters.ts";
import type { LetterContent } from "../../flows/mail/letter.ts";

export const from = "pay@north-step.example";
/** Real milliseconds after which a silent server counts as hanging. */
export const patienceMs = 400;

export const content = (letter: LetterRow): LetterContent => ({
  fromName: "ООО «Северный шаг»",
  toName: "АО «Вихрь-Опт»",
  subject: `Письмо ${letter.kind}`,
  text: "Здравствуйте!",
  html: "<p>Здравствуйте!</p>",
  attachments: [],
});
