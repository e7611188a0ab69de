/** «Мои уведомления»: at once or in digests, of every change or of some percents only. */
import { alertSettings, paces, setAlertSettings, type AlertSettings } from "../../../db/alert-settings.ts";
import { thresholdsOffered } from "../../../flows/payments/alert.ts";
import { repaintMessage, type Press, type Taps } from "../../act.ts";
import { button } from "../../buttons.ts";
import type { Message, Turn } from "../../work.ts";

const chosen = (is: boolean, label: string): string => (is ? `✅ ${label}` : label);

function screen({ words }: Turn, { pace, thresholds }: AlertSettings): Message {
  const every = thresholds.length === 0;
  return {
    text: words("alert-settings", {
      pace,
      percents: every ? "every" : thresholds.map((one) => `${one}\u00a0%`).join(", "),
    }),
    buttons: [
      paces.map((one, index) =>
        button(chosen(one === pace, words("button-alert-pace", { pace: one })), {
          kind: "alert-pace",
          index,
        }),
      ),
      [
        button(chosen(every, words("button-alert-every")), {
          kind: "alert-threshold",
          index: thresholdsOffered.length,
        }),
      ],
      thresholdsOffered.map((percent, index) =>
        button(chosen(thresholds.includes(percent), `${percent}\u00a0%`), { kind: "alert-threshold", index }),
      ),
    ],
  };
}

/** Changes my settings and shows them where the button was. */
function change(turn: Turn, press: Press, to: (now: AlertSettings) => AlertSettings | undefined): void {
  const next = to(alertSettings(turn.tx, turn.me.id));
  if (next === undefined) return turn.toast(turn.words("press-unknown"), true);
  setAlertSettings(turn.tx, turn.me.id, next);
  repaintMessage(turn, press.message, screen(turn, next));
}

export const alertSettingsTaps: Taps<"alert-settings" | "alert-pace" | "alert-threshold"> = {
  "alert-settings": (turn) => turn.say(screen(turn, alertSettings(turn.tx, turn.me.id))),
  "alert-pace": (turn, { index }, press) =>
    change(turn, press, (now) => {
      const pace = paces[index];
      return pace && { ...now, pace };
    }),
  "alert-threshold": (turn, { index }, press) =>
    change(turn, press, (now) => {
      if (index === thresholdsOffered.length) return { ...now, thresholds: [] };
      const percent = thresholdsOffered[index];
      if (percent === undefined) return undefined;
      const has = now.thresholds.includes(percent);
      const thresholds = has ? now.thresholds.filter((one) => one !== percent) : [...now.thresholds, percent];
      return { ...now, thresholds: thresholds.toSorted((a, b) => a - b) };
    }),
};
