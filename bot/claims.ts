/** Messages that no command names: each is one work that asks, inside the transaction, whose it is. The first claim has it. */
import type { Message } from "grammy/types";
import type { Turn } from "./work.ts";

/** True: it was mine, and is done. False: ask the next. */
export type Claim = (turn: Turn, message: Message) => boolean;
