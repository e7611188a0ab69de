/** The JSON columns of the company's tables, parsed once when the company is loaded. */
import { z } from "zod";
import { bulkLimitDefault, countries, reasonUses } from "../flows/company/company.ts";
import type { Commission, Company, Entity } from "../flows/company/company.ts";
import { languages } from "../flows/ids.ts";

const textSchema = z.strictObject({ ru: z.string(), uk: z.string(), en: z.string() });
const entitySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  country: z.enum(countries),
  timeZone: z.string(),
  inn: z.string().optional(),
  kpp: z.string().optional(),
  okpo: z.string().optional(),
  vatId: z.string().optional(),
  address: z.string().optional(),
  phone: z.string().optional(),
  bank: z
    .strictObject({
      name: z.string(),
      bik: z.string().optional(),
      account: z.string().optional(),
      correspondent: z.string().optional(),
      iban: z.string().optional(),
    })
    .optional(),
});
const departmentSchema = z.strictObject({
  address: z.string().optional(),
  commission: z
    .strictObject({
      order: z.string(),
      date: z.string(),
      chair: z.string(),
      members: z.array(z.string()),
    })
    .optional(),
});
const settingsSchema = z.object({
  name: z.string(),
  language: z.enum(languages),
  undoMinutes: z.number().int(),
  /** Absent in a store that was made before requests could be approved in bulk. */
  bulkLimit: z.number().int().default(bulkLimitDefault),
  workingHours: z.strictObject({
    days: z.array(z.number()),
    from: z.string(),
    to: z.string(),
    holidays: z.array(z.string()),
  }),
  reasons: z.array(
    z.strictObject({
      code: z.string(),
      title: textSchema,
      short: textSchema,
      uses: z.array(z.enum(reasonUses)),
      photo: z.boolean(),
      comment: z.boolean(),
    }),
  ),
  /** Absent in a store that was made before payments were watched. */
  alertsTo: z.array(z.strictObject({ post: z.string(), department: z.string().optional() })).default([]),
});

/** The sections of a company that are no tables, by key of `settings`. */
export type CompanySettings = Pick<Company, (typeof settingKeys)[number]>;
export const settingKeys = [
  "name",
  "language",
  "undoMinutes",
  "bulkLimit",
  "workingHours",
  "reasons",
  "alertsTo",
] as const satisfies readonly (keyof Company)[];

export function parseEntity(data: string): Entity {
  return entitySchema.parse(JSON.parse(data)) as unknown as Entity; // the brands exist at compile time only
}

export function parseDepartmentData(data: string): {
  readonly address?: string;
  readonly commission?: Commission;
} {
  return departmentSchema.parse(JSON.parse(data)) as unknown as {
    readonly address?: string;
    readonly commission?: Commission;
  }; // as above
}

export function parseSettings(found: Readonly<Record<string, string>>): CompanySettings {
  const values = Object.fromEntries(
    Object.entries(found).map(([key, value]) => [key, JSON.parse(value) as unknown]),
  );
  return settingsSchema.parse(values) as unknown as CompanySettings; // as above
}
