/** Helpers of the filing stories: people who read no-break spaces as spaces, and the usual ways through the form. */
import type { Actor } from "../../actor.ts";
import type { Story } from "../../harness.ts";
import { samples } from "../filing-words.ts";

const spaced = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

/** A person for whom all spaces are the same, as they are for an eye. */
export interface Reader extends Actor {
  /** Words of all messages from the bot, oldest first. */
  heard(): string[];
}
export function reader(told: Story, who: string): Reader {
  const actor = told.person(who);
  const heard = (): string[] => told.messagesTo(who).map(spaced);
  return {
    ...actor,
    heard,
    said: () => spaced(actor.said()),
    async choose(label) {
      const labels = actor.keyboard().flat();
      const found = labels.find((one) =>
        typeof label === "string" ? spaced(one).includes(label) : label.test(spaced(one)),
      );
      if (found === undefined) throw new Error(`No reply button fits ${String(label)}: ${labels.join(", ")}`);
      await actor.text(found);
    },
  };
}

export const { defect: sneakers, tag: marking, shelf } = samples;

/** From the home keyboard to the photos of a write-off of two pairs. */
export async function toPhotos(clerk: Reader): Promise<void> {
  await clerk.choose("Списание");
  await clerk.text("1002");
  await clerk.choose(/^2$/);
  await clerk.choose("Готово");
  await clerk.choose("Производственный брак");
}

/** The same up to the preview, with one photo. */
export async function toPreview(clerk: Reader): Promise<void> {
  await toPhotos(clerk);
  await clerk.photo(sneakers);
  await clerk.choose("Готово");
  await clerk.choose("Пропустить");
}
