/** The product's own parts, put together: this is where the transport meets the features. */
import { isImported } from "../db/imports.ts";
import { registerChat } from "./chat.ts";
import { commands } from "./features/commands.ts";
import {
  goodsFileSettled,
  isGoodsFile,
  readFiledGoods,
  uploadSettled,
  type FiledGoods,
} from "./features/filing/arrived.ts";
import { isPaper } from "./features/filing/incoming.ts";
import { documentSettled } from "./features/tasks/documents.ts";
import { subjects } from "./live-subjects.ts";
import { digestMessage, noticeMessage, paperCaption, reminderMessage } from "./notices.ts";
import { madeMessage } from "./made-messages.ts";
import { composeLetter } from "./letters/compose.ts";
import { letterEvents } from "./letters/events.ts";
import { alertList, alertMessage } from "./payments/alert-words.ts";
import type { Arrivals, Letters, Parts } from "./parts.ts";

const arrivals: Arrivals<FiledGoods> = {
  isGoodsFile,
  isPaper,
  isKeptAsIs: (store, upload) => isImported(store, upload.uniqueId),
  readGoods: readFiledGoods,
  uploadSettled(turn, uniqueId) {
    uploadSettled(turn, uniqueId);
    documentSettled(turn, uniqueId);
  },
  goodsFileSettled,
};

const letters: Letters = { compose: composeLetter, events: letterEvents };

export const product: Parts = {
  register: registerChat,
  subjects,
  wording: {
    notice: noticeMessage,
    reminder: reminderMessage,
    digest: digestMessage,
    alert: alertMessage,
    alerts: alertList,
    paper: paperCaption,
    made: madeMessage,
  },
  arrivals,
  letters,
  commands,
};
