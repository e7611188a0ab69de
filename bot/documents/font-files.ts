/** The font of everything that we draw: PT Sans, which has ₽ ₴ № and all letters of both alphabets (domain 11). */
import { createRequire } from "node:module";
import { dirname } from "node:path";

const { resolve } = createRequire(import.meta.url);
const face = (style: string): string => resolve(`@expo-google-fonts/pt-sans/${style}/PTSans_${style}.ttf`);

/** Absolute paths of its four faces. */
export const ptSans = {
  normal: face("400Regular"),
  bold: face("700Bold"),
  italics: face("400Regular_Italic"),
  bolditalics: face("700Bold_Italic"),
} as const;

/** The folder in which they lie, and nothing else. */
export const fontFolder = dirname(dirname(ptSans.normal));
