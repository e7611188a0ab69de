/** Every question that the page puts to the server it came from. */

/** @import { Call, ChatState, Faults, LetterLine, MailFaults, OpenLetter, State } from "./contract.d.ts" */

/** The server answered with a refusal; its message is for the reader. */
export class Refused extends Error {}

/**
 * @param {string} path @param {RequestInit} [init] @returns {Promise<unknown>}
 */
async function ask(path, init) {
  const response = await fetch(`/playground/${path}`, init);
  const body = await response.text();
  /** @type {unknown} */
  let parsed = null;
  try {
    parsed = body === "" ? null : JSON.parse(body);
  } catch {
    // Not JSON: the text itself is the message.
  }
  if (!response.ok) throw new Refused(refusalText(parsed) ?? (body.slice(0, 300) || String(response.status)));
  return parsed;
}

/** @param {unknown} body @returns {string | null} */
function refusalText(body) {
  if (typeof body !== "object" || body === null) return null;
  for (const key of ["description", "error", "message"]) {
    const value = Reflect.get(body, key);
    if (typeof value === "string") return value;
  }
  return null;
}

/** @param {string} path @param {unknown} [body] */
function post(path, body = {}) {
  return ask(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

/** @param {number} id */
const of = (id) => `people/${id}`;

// The server and this page are one program: what it answers is taken at its word.
export const server = {
  state: async () => /** @type {State} */ (await ask("state")),
  /** @param {number} id @param {number} [before] */
  chat: async (id, before) =>
    /** @type {ChatState} */ (await ask(`${of(id)}/chat?limit=50${before ? `&before=${before}` : ""}`)),
  /** @param {number} after */
  calls: async (after) => {
    const answer = await ask(`calls?after=${after}`);
    return /** @type {Call[]} */ (Array.isArray(answer) ? answer : []);
  },
  /** @param {number} id @param {string} text @param {number | null} [replyTo] */
  text: (id, text, replyTo) => post(`${of(id)}/text`, replyTo ? { text, replyTo } : { text }),
  /** @param {number} id @param {number} messageId @param {string} text */
  edit: (id, messageId, text) => post(`${of(id)}/edit`, { messageId, text }),
  /** @param {number} id */
  read: (id) => post(`${of(id)}/read`),
  /** @param {number} id */
  start: (id) => post(`${of(id)}/start`),
  /** @param {number} id @param {number} messageId @param {string} data */
  press: async (id, messageId, data) =>
    /** @type {{ pressId: string }} */ (await post(`${of(id)}/press`, { messageId, data })),
  /** @param {number} id @param {{ own: boolean, phone?: string, userId?: number }} contact */
  contact: (id, contact) => post(`${of(id)}/contact`, contact),
  /** @param {number} id @param {boolean} blocked */
  block: (id, blocked) => post(`${of(id)}/${blocked ? "block" : "unblock"}`),
  /** @param {number} id @param {FormData} form */
  files: (id, form) => ask(`${of(id)}/files`, { method: "POST", body: form }),
  /** @param {{ minutes: number } | { to: "next-working-morning" }} move */
  clock: (move) => post("clock", move),
  /** @param {Record<string, unknown>} fault */
  fault: async (fault) => /** @type {Faults} */ (await post("faults", fault)),
  letters: async () => {
    const answer = await ask("letters");
    return /** @type {LetterLine[]} */ (Array.isArray(answer) ? answer : []);
  },
  /** @param {number} n */
  letter: async (n) => /** @type {OpenLetter} */ (await ask(`letters/${n}`)),
  /** @param {Record<string, unknown>} fault */
  mailFault: async (fault) => /** @type {MailFaults} */ (await post("mail-faults", fault)),
  reset: () => post("reset"),
};

/** @param {number} n @param {string} part `eml`, `html`, `files/0` */
export const letterUrl = (n, part) => `/playground/letters/${n}/${part}`;

/** @param {string} fileId */
export const fileUrl = (fileId) => `/playground/files/${encodeURIComponent(fileId)}`;
