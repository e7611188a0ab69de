/** The format of `<tg-time>` (9.5): which parts of a date are shown. */
import type { JsonObject } from "../json.ts";

/** Fields of a date_time entity with the format in its normal order; undefined for a format that Telegram does not know. */
export function formattedDate(unixTime: number, format: string): JsonObject | undefined {
  if (/^r$/i.test(format)) return { unix_time: unixTime, date_time_format: "r" };
  if (!/^[tTdDwW]*$/.test(format)) return undefined;
  const has = (letter: string) => format.includes(letter);
  const day = has("w") || has("W") ? "w" : "";
  const date = has("d") ? "d" : has("D") ? "D" : "";
  const time = has("t") ? "t" : has("T") ? "T" : "";
  return { unix_time: unixTime, date_time_format: day + date + time };
}
