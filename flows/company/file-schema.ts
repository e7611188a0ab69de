/** The shape of the company file, section by section: texts in, checked values out. References are checked after it. */
import { z } from "zod";
import { productSchema } from "../goods/product-fields.ts";
import { languages } from "../ids.ts";
import { bulkLimitDefault, countries, departmentKinds, reasonUses } from "./company.ts";
import {
  compact,
  date,
  email,
  field,
  idField,
  line,
  money,
  oneOf,
  phone,
  telegramId,
  time,
  timeZone,
  whole,
  yesNo,
} from "./fields.ts";
import type { FieldProblem } from "./file-problems.ts";
import { minutesOf } from "./calendar.ts";
import {
  isAccount,
  isBik,
  isCorrespondentAccount,
  isEdrpou,
  isIbanUa,
  isInn,
  isIpn,
  isKpp,
  isOkpo,
  isRnokpp,
  withoutSpaces,
} from "./identifiers.ts";
import { supplierSchema } from "./supplier-fields.ts";

/** The longest hold of a decision (O13), in minutes. */
const undoMinutesMax = 60;

function problemAt(context: z.RefinementCtx, key: string, problem: FieldProblem): void {
  context.addIssue({ code: "custom", path: [key], params: { problem } });
}

/** One of two shapes, told apart by looking, so that a problem inside is reported where it is (a union would hide it). */
function byShape<First extends z.ZodType, Second extends z.ZodType>(
  isFirst: (raw: unknown) => boolean,
  first: First,
  second: Second,
) {
  return z.unknown().transform((raw, context): z.output<First> | z.output<Second> => {
    const result = isFirst(raw) ? first.safeParse(raw) : second.safeParse(raw);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      // Found issues and issues to report differ in their types by an index signature only.
      context.issues.push({ ...issue, input: raw } as (typeof context.issues)[number]);
    }
    return z.NEVER;
  });
}

const about = z.strictObject({
  name: line(200),
  language: oneOf(languages).default("ru"),
  undoMinutes: whole(0, undoMinutesMax).default(2),
  bulkLimit: money.default(bulkLimitDefault),
});

function isTwentyDigits(text: string): boolean {
  return /^\d{20}$/.test(withoutSpaces(text));
}

const bank = z
  .strictObject({
    name: line(200),
    bik: compact(isBik, { kind: "bad-bik" }).optional(),
    account: compact(isTwentyDigits, { kind: "bad-account" }).optional(),
    correspondent: compact(isTwentyDigits, { kind: "bad-correspondent" }).optional(),
    iban: compact(isIbanUa, { kind: "bad-iban" }).optional(),
  })
  .superRefine((value, context) => {
    const { bik, account, correspondent } = value;
    if (account !== undefined && bik === undefined)
      problemAt(context, "account", { kind: "account-without-bik" });
    if (bik === undefined) return;
    if (account !== undefined && !isAccount(account, bik))
      problemAt(context, "account", { kind: "bad-account" });
    if (correspondent !== undefined && !isCorrespondentAccount(correspondent, bik))
      problemAt(context, "correspondent", { kind: "bad-correspondent" });
  });

const entity = z
  .strictObject({
    id: idField,
    name: line(200),
    country: oneOf(countries).default("RU"),
    timeZone: timeZone.optional(),
    inn: line(20).optional(),
    kpp: compact(isKpp, { kind: "bad-kpp" }).optional(),
    okpo: compact(isOkpo, { kind: "bad-okpo" }).optional(),
    vatId: compact(isIpn, { kind: "bad-vat-id" }).optional(),
    address: line(300).optional(),
    phone: line(60).optional(),
    bank: bank.optional(),
  })
  .superRefine(({ country, inn }, context) => {
    if (inn === undefined) return;
    if (country === "RU" && !isInn(inn)) problemAt(context, "inn", { kind: "bad-inn" });
    if (country === "UA" && !isEdrpou(inn) && !isRnokpp(inn))
      problemAt(context, "inn", { kind: "bad-edrpou" });
  })
  .transform((value) => ({ ...value, inn: value.inn === undefined ? undefined : withoutSpaces(value.inn) }));

const workingHours = z
  .strictObject({
    days: z
      .array(whole(1, 7))
      .min(1)
      .default(() => [1, 2, 3, 4, 5]),
    from: time.default("09:00"),
    to: time.default("18:00"),
    holidays: z.array(date).default(() => []),
  })
  .superRefine(({ from, to }, context) => {
    if ((minutesOf(from) ?? 0) >= (minutesOf(to) ?? 0)) problemAt(context, "to", { kind: "time-order" });
  });

const commission = z.strictObject({
  order: line(60),
  date,
  chair: idField,
  members: z.array(idField).min(1),
});

const department = z.strictObject({
  id: idField,
  name: line(120),
  kind: oneOf(departmentKinds).optional(),
  parent: idField.optional(),
  head: idField.optional(),
  entity: idField.optional(),
  address: line(300).optional(),
  commission: commission.optional(),
});

/** `merchandiser@office`, or `director` for a post that is held everywhere. */
const heldPost = field((text) => {
  const match = /^([a-z][a-z0-9-]{0,39})(?:@([A-Za-z0-9][\w.-]{0,63}))?$/.exec(text.trim());
  return match ? { value: { post: match[1] ?? "", department: match[2] } } : { kind: "bad-post" };
});

const person = z.strictObject({
  id: idField,
  name: line(120),
  title: line(120).optional(),
  human: idField.optional(),
  telegram: telegramId.optional(),
  phone: phone.optional(),
  email: email.optional(),
  language: oneOf(languages).optional(),
  posts: z.array(heldPost).default(() => []),
});

/** The same words in every language, or words for each. */
const words = byShape(
  (raw) => typeof raw === "string",
  line(120),
  z.strictObject({ ru: line(120), uk: line(120).optional(), en: line(120).optional() }),
);

const reason = z.strictObject({
  code: field((text) => (/^[\w.-]{1,10}$/.test(text.trim()) ? { value: text.trim() } : { kind: "bad-id" })),
  title: words,
  short: words.optional(),
  for: z.array(oneOf(reasonUses)).min(1),
  photo: yesNo.default(true),
  comment: yesNo.default(false),
});

/** A file beside the company file: its name, read and checked by who reads files. */
const sheetName = field((text) =>
  /^[^/\\]{1,100}\.(csv|xlsx)$/i.test(text.trim())
    ? { value: text.trim() }
    : { kind: "not-one-of", allowed: ["*.csv", "*.xlsx"] },
);

/** Posts that hear of payments beside the deal's manager and his head (O8): `director@office`. */
const payments = z.strictObject({ alertsTo: z.array(heldPost).default(() => []) });

export const companyFileSchema = z.strictObject({
  company: about,
  entities: z.array(entity).min(1).optional(),
  workingHours: workingHours.optional(),
  payments: payments.optional(),
  departments: z.array(department).min(1),
  people: z.array(person).min(1),
  administrators: z.array(idField).min(1),
  suppliers: byShape(Array.isArray, z.array(supplierSchema), sheetName).optional(),
  goods: byShape(Array.isArray, z.array(productSchema), sheetName).optional(),
  reasons: byShape(Array.isArray, z.array(reason).min(1), oneOf(["default"])).optional(),
});

/** The company file with every field checked by itself. */
export type CompanyFields = z.output<typeof companyFileSchema>;
