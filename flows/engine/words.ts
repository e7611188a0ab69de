/** Texts that a declaration carries with it, in every language of the interface. */
import { z } from "zod";

export const textSchema = z.strictObject({
  ru: z.string().min(1),
  uk: z.string().min(1),
  en: z.string().min(1),
});
