/** The program's log: JSON lines with secrets taken out (W6, W26, F132). */
import { pino, type Logger } from "pino";

export type { Logger };

const token = /\d{5,20}:[A-Za-z0-9_-]{20,}/g;
/** Name and password of an address: a mail server's, a proxy's. A stray @ in a password belongs to it. */
const credentials = /\b([a-z][a-z0-9+.-]*:\/\/)[^\s/"']*@/gi;

/** Takes out of a text anything that looks like a bot token, and the name and password of any address. */
export function withoutSecrets(text: string): string {
  return text.replace(credentials, "$1[hidden]@").replace(token, "[token]");
}

/** What of an error is logged: name, words and stack, without the request it came from (libraries keep the token there). */
export function loggable(error: unknown): { name: string; message: string; code?: string; stack?: string } {
  if (!(error instanceof Error)) return { name: "Thrown", message: withoutSecrets(String(error)) };
  const code: unknown = "code" in error ? error.code : undefined;
  return {
    name: error.name,
    message: withoutSecrets(error.message),
    ...(typeof code === "string" && { code }),
    ...(error.stack !== undefined && { stack: withoutSecrets(error.stack) }),
  };
}

/** @param to where the lines go; the standard output by default */
export function createLog(level: string, to?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: null,
    serializers: { err: loggable, error: loggable },
    redact: {
      paths: ["token", "*.token", "secret", "*.secret", "pass", "*.pass", "phone", "*.phone"],
      censor: "[hidden]",
    },
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: { streamWrite: withoutSecrets },
  };
  return to === undefined ? pino(options) : pino(options, to);
}
