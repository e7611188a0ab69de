/** The program's log: JSON lines with secrets taken out (W6, W26, F132). */
import { pino, type Logger } from "pino";

export type { Logger };

const secret = /\d{5,20}:[A-Za-z0-9_-]{20,}/g;

/** Takes anything that looks like a bot token out of a text. */
export function withoutSecrets(text: string): string {
  return text.replace(secret, "[token]");
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
    redact: { paths: ["token", "*.token", "secret", "*.secret", "phone", "*.phone"], censor: "[hidden]" },
    formatters: { level: (label: string) => ({ level: label }) },
    hooks: { streamWrite: withoutSecrets },
  };
  return to === undefined ? pino(options) : pino(options, to);
}
