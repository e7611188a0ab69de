/** The program's settings, read once at start; every wrong one is named in words that say what to do. */
import { validate } from "node-cron";
import { z } from "zod";
import { checkAddress } from "../flows/mail/address.ts";

export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

/** Settings by name, with what the example file says about them. */
const shape = {
  BOT_TOKEN: z
    .string()
    .regex(
      /^[1-9]\d{0,17}:[A-Za-z0-9_-]{20,70}$/,
      "is not a bot token: take it from @BotFather, like 123456:AA…",
    )
    .optional(),
  TELEGRAM_API_ROOT: z
    .url({ protocol: /^https?$/, error: "must be an address like https://api.telegram.org" })
    .transform((url) => url.replace(/\/+$/, ""))
    .default("https://api.telegram.org"),
  TELEGRAM_PROXY: z
    .url({
      protocol: /^(https?|socks5h?)$/,
      error: "must be an address like http://host:3128 or socks5://host:1080",
    })
    .optional(),
  DATA_DIR: z.string().default("./data"),
  COMPANY_FILE: z.string().optional(),
  PORT: z.coerce
    .number("must be a port from 0 to 65535")
    .int("must be a whole number")
    .min(0, "must be a port from 0 to 65535")
    .max(65_535, "must be a port from 0 to 65535")
    .default(8080),
  WEBHOOK_URL: z
    .url({ protocol: /^https?$/, error: "must be the public address that Telegram will call" })
    .optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[A-Za-z0-9_-]{16,256}$/, "must be 16 to 256 of A–Z a–z 0–9 _ -")
    .optional(),
  PAYMENTS_CRON: z
    .string()
    .refine(validate, "must be a cron schedule like `* * * * *` (minute hour day month weekday)")
    .default("* * * * *"),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "must be an address like smtps://name:password@mail.example.com" })
    .refine(
      isMailServer,
      "must be an address like smtps://name:password@mail.example.com, nothing after the port",
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .refine((text) => checkAddress(text).kind === "address", "must be one e-mail address, without a name")
    .optional(),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(", ")}`).optional(),
};
const settings = z.object(shape);

/** A host, and neither path nor options: those of the library are ours to choose. */
function isMailServer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { hostname, pathname, search, hash } = new URL(text);
  return hostname !== "" && ["", "/"].includes(pathname) && search === "" && hash === "";
}

/** Names of all settings: `.env.example` lists the same. */
export const settingNames: readonly string[] = Object.keys(shape);

export interface Config {
  /** Absent: the playground. */
  readonly bot?: { readonly token: string; readonly apiRoot: string; readonly proxy?: string };
  readonly dataDir: string;
  readonly companyFile?: string;
  readonly port: number;
  readonly webhook?: { readonly url: string; readonly secret: string };
  /** When the store is looked at for payments. */
  readonly paymentsCron: string;
  /** Absent: letters wait in the store and their cards say so. */
  readonly mail?: { readonly url: string; readonly from: string };
  readonly logLevel: (typeof logLevels)[number];
}

/**
 * Reads the settings; empty ones count as absent.
 * @throws ConfigError that names every wrong setting
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    settingNames.flatMap((name) => (env[name]?.trim() ? [[name, env[name].trim()]] : [])),
  );
  const read = settings.safeParse(given);
  if (!read.success)
    throw new ConfigError(read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`));
  const found = read.data;
  const problems: string[] = [];
  if (found.BOT_TOKEN === undefined && env["NODE_ENV"] === "production")
    problems.push(
      "BOT_TOKEN is missing: without it only the playground runs, and not under NODE_ENV=production",
    );
  if ((found.WEBHOOK_URL === undefined) !== (found.WEBHOOK_SECRET === undefined))
    problems.push(
      "WEBHOOK_URL and WEBHOOK_SECRET go together: set both for a webhook, none for long polling (the webhook is closed without a secret)",
    );
  if ((found.SMTP_URL === undefined) !== (found.MAIL_FROM === undefined))
    problems.push("SMTP_URL and MAIL_FROM go together: set both to send letters, none to let them wait");
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    ...(found.BOT_TOKEN !== undefined && {
      bot: {
        token: found.BOT_TOKEN,
        apiRoot: found.TELEGRAM_API_ROOT,
        ...(found.TELEGRAM_PROXY !== undefined && { proxy: found.TELEGRAM_PROXY }),
      },
    }),
    dataDir: found.DATA_DIR,
    ...(found.COMPANY_FILE !== undefined && { companyFile: found.COMPANY_FILE }),
    port: found.PORT,
    ...(found.WEBHOOK_URL !== undefined &&
      found.WEBHOOK_SECRET !== undefined && {
        webhook: { url: found.WEBHOOK_URL, secret: found.WEBHOOK_SECRET },
      }),
    paymentsCron: found.PAYMENTS_CRON,
    ...(found.SMTP_URL !== undefined &&
      found.MAIL_FROM !== undefined && { mail: { url: found.SMTP_URL, from: found.MAIL_FROM } }),
    logLevel: found.LOG_LEVEL ?? (found.BOT_TOKEN === undefined ? "warn" : "info"),
  };
}

/** Wrong settings: the operator is told all of them at once, without their values. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`Settings:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
    this.problems = problems;
  }
}
