/** Which posts are told to stand empty at start: those of processes that somebody files, and no others (D12). */
import { expect, test } from "vitest";
import { vacancies } from "../../../bot/company-in-force.ts";
import { invoice } from "../../../flows/processes/invoice.ts";
import { processes } from "../../../flows/processes/index.ts";
import { company as selling } from "../filing/invoice-desk.ts";
import { company as stores } from "../filing/north-step.ts";

const told = (...of: Parameters<typeof vacancies>) =>
  vacancies(...of).map(({ post, place }) => `${post}@${place}`);

test("a company without sales managers hears nothing of invoices", () => {
  expect(told(stores, processes)).toEqual([]);
});

test("one with sales managers is told of the directors and accountants that it lacks, once for their place", () => {
  expect(told(selling, [invoice])).toEqual(["accountant@office"]);
  const { holders } = selling;
  const alone = { ...selling, holders: holders.filter(({ post }) => post === "sales-manager") };
  expect(told(alone, [invoice])).toEqual(["director@office", "accountant@office"]);
});

test("who has left files nothing", () => {
  const { people } = selling;
  const left = people.map((one) => (one.id === "kotov" ? { ...one, active: false } : one));
  expect(told({ ...selling, people: left }, [invoice])).toEqual([]);
});
