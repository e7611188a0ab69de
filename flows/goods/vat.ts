/** VAT inside a sum, and the rates of each country by date (domain 3). Rates are data: the law changes, the rule doesn't. */
import type { Country } from "../company/company.ts";
import { units, type Minor } from "../ids.ts";

/** The tax contained in a sum, minor units, half up: rate/(100 + rate) of it. `rate` is a whole percent. */
export function vatInside(sum: Minor, rate: number): Minor {
  const base = BigInt(100 + rate);
  return units<Minor>(Number((2n * BigInt(sum) * BigInt(rate) + base) / (2n * base)));
}

export interface VatRate {
  readonly country: Country;
  readonly percent: number;
  /** First and last calendar day on which it holds, `YYYY-MM-DD`; no last day: until further notice. */
  readonly from: string;
  readonly to?: string;
}

/** Law 425-ФЗ raised the general rate from 20 to 22 %; 5 and 7 % are those of simplified-system payers. */
const vatRates: readonly VatRate[] = [
  { country: "RU", percent: 20, from: "2019-01-01", to: "2025-12-31" },
  { country: "RU", percent: 22, from: "2026-01-01" },
  { country: "RU", percent: 10, from: "2019-01-01" },
  { country: "RU", percent: 7, from: "2025-01-01" },
  { country: "RU", percent: 5, from: "2025-01-01" },
  { country: "RU", percent: 0, from: "2019-01-01" },
  { country: "UA", percent: 20, from: "2011-01-01" },
  { country: "UA", percent: 14, from: "2021-03-01" },
  { country: "UA", percent: 7, from: "2014-04-01" },
  { country: "UA", percent: 0, from: "2011-01-01" },
];

/** The percents of a country on a calendar day, highest first. The day is that of the shipment, not of the paper. */
export function vatRatesOn(country: Country, date: string): number[] {
  return vatRates
    .filter((rate) => rate.country === country && rate.from <= date && (!rate.to || date <= rate.to))
    .map((rate) => rate.percent)
    .sort((a, b) => b - a);
}

/** Whether a percent ever was a rate of some country: a catalogue may hold goods bought before the rate changed. */
export function isVatRate(percent: number): boolean {
  return vatRates.some((rate) => rate.percent === percent);
}
