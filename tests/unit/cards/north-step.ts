/** A small company and requests made by the engine itself, for tests of what a chat shows. */
import { createHash } from "node:crypto";
import type { CardView } from "../../../bot/cards/view.ts";
import { wordsIn } from "../../../bot/texts.ts";
import { bulkLimitDefault } from "../../../flows/company/company.ts";
import type { Company, Person } from "../../../flows/company/company.ts";
import { defaultReasons } from "../../../flows/company/reasons.ts";
import { addressees } from "../../../flows/engine/addressees.ts";
import type { Answers, GoodsLine, Picture } from "../../../flows/engine/answers.ts";
import type { Command } from "../../../flows/engine/command.ts";
import { decide } from "../../../flows/engine/decide.ts";
import { evolve } from "../../../flows/engine/evolve.ts";
import type { Event } from "../../../flows/engine/events.ts";
import type { Process } from "../../../flows/engine/process.ts";
import { openSteps, type Request } from "../../../flows/engine/request.ts";
import {
  id,
  units,
  type FileHash,
  type Instant,
  type Language,
  type Minor,
  type Thousandths,
} from "../../../flows/ids.ts";
import { supplierReturn } from "../../../flows/processes/return.ts";
import { writeOff } from "../../../flows/processes/write-off.ts";

/** 14.03.2026 in Moscow, at that time of day; a Saturday's working hours don't matter here. */
export const at = (time: string, day = "14"): Instant =>
  units<Instant>(Date.parse(`2026-03-${day}T${time}:00+03:00`));

const person = (name: string, fullName: string, language: Language = "ru"): Person => ({
  id: id(name),
  name: fullName,
  human: name,
  telegram: 1000 + name.length,
  language,
  active: true,
});

export const people = {
  sokolova: person("sokolova", "Соколова Ирина Викторовна"),
  belova: person("belova", "Белова Анна Сергеевна"),
  kiselyov: person("kiselyov", "Киселёв Олег Игоревич"),
  kotov: person("kotov", "Котов Илья Максимович"),
  ryabov: person("ryabov", "Рябов Степан Олегович"),
  orlova: person("orlova", "Орлова Наталья Петровна"),
  shevchenko: person("shevchenko", "Шевченко Олена Ігорівна", "uk"),
} as const;

const main = id<Company["entities"][number]["id"]>("main");
const office = id<Company["departments"][number]["id"]>("office");
export const store2 = id<Company["departments"][number]["id"]>("store-2");
export const store3 = id<Company["departments"][number]["id"]>("store-3");

export const company: Company = {
  name: "Северный шаг",
  language: "ru",
  undoMinutes: 2,
  bulkLimit: bulkLimitDefault,
  entities: [{ id: main, name: "ООО «Северный шаг»", country: "RU", timeZone: "Europe/Moscow" }],
  departments: [
    { id: office, name: "Центральный офис", kind: "office", head: people.sokolova.id, entity: main },
    { id: store2, name: "Магазин № 2", kind: "store", parent: office, entity: main },
    { id: store3, name: "Магазин № 3", kind: "store", parent: office, entity: main },
  ],
  people: Object.values(people),
  holders: [
    { person: people.belova.id, post: id("merchandiser"), department: office },
    { person: people.kiselyov.id, post: id("supplier-manager"), department: office },
    { person: people.kotov.id, post: id("store-clerk"), department: store2 },
    { person: people.ryabov.id, post: id("store-clerk"), department: store3 },
    { person: people.orlova.id, post: id("accountant"), department: office },
  ],
  administrators: [people.shevchenko.id],
  workingHours: { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00", holidays: [] },
  reasons: defaultReasons,
  alertsTo: [],
};

export const sneakers = (of: Partial<GoodsLine> = {}): GoodsLine => ({
  line: 1,
  sku: id("ОБ-1002"),
  name: "Кроссовки беговые мужские «Вихрь Р-1», чёрный, р. 42",
  unit: "пара",
  quantity: units<Thousandths>(2000),
  price: units<Minor>(500_000),
  vat: 22,
  ...of,
});
export const picture = (name: string): Picture => ({
  hash: id<FileHash>(createHash("sha256").update(name).digest("hex")),
  kind: "photo",
  fileId: `file-${name}`,
  uniqueId: name,
  sentAs: "photo",
});
export const answersOf = (of: Answers = {}): Answers => ({
  goods: { kind: "goods", lines: [sneakers()] },
  reason: { kind: "reason", code: "02" },
  photos: { kind: "photos", pictures: [picture("one"), picture("two"), picture("three")] },
  comment: { kind: "text", text: "Порвана подошва" },
  ...of,
});
export const returned = (of: Answers = {}): Answers =>
  answersOf({
    goods: {
      kind: "goods",
      lines: [
        sneakers({
          name: "Мокасины женские «Аврора М-7», бежевый, р. 37",
          price: units<Minor>(250_000),
          quantity: units<Thousandths>(3000),
        }),
      ],
    },
    reason: { kind: "reason", code: "01" },
    supplier: { kind: "supplier", supplier: { id: id("mokasin"), name: "ООО «Мокасин-Трейд»" } },
    ...of,
  });

export interface Told {
  readonly request: Request;
  readonly events: readonly Event[];
  readonly process: Process;
}

/** Runs commands one after the other; throws when one is refused, for then the test tells another story. */
export function story(process: Process, ...commands: readonly Command[]): Told {
  const all: Event[] = [];
  let request: Request | undefined;
  for (const command of commands) {
    const context = {
      now: command.at,
      company,
      processVersion: 1,
      newId: units<Request["id"]>(17),
      serials: { "main:СП:2026": 17, "main:ВП:2026": 9 },
      hash: (text: string) => createHash("sha256").update(text).digest("hex"),
    };
    const done = decide(process, request, command, context);
    if ("refusal" in done) throw new Error(`${command.kind} was refused: ${done.refusal.kind}`);
    all.push(...done.events);
    request = done.events.reduce(evolve, request);
  }
  if (request === undefined) throw new Error("a story without a command");
  return { request, events: all, process };
}

export const filed = (of: Answers = answersOf(), when = at("11:58")): Command => ({
  kind: "file",
  by: people.kotov.id,
  at: when,
  place: store2,
  answers: of,
});
export const writeOffStory = (...more: readonly Command[]): Told => story(writeOff, filed(), ...more);
export const returnStory = (...more: readonly Command[]): Told =>
  story(supplierReturn, filed(returned()), ...more);

/** The request as one person sees it. */
export function seenBy(viewer: Person, { request, process }: Told, of: Partial<CardView> = {}): CardView {
  const waits = addressees(process, request, company);
  const mine = openSteps(request).find((step) => waits.get(step.visa)?.includes(viewer.id))?.visa;
  return {
    request,
    process,
    viewer,
    company,
    words: wordsIn(viewer.language),
    now: at("12:00"),
    people: waits,
    ...(mine === undefined ? {} : { mine }),
    letters: [],
    mailIsOn: true,
    twins: [],
    warnings: [],
    ...of,
  };
}

/** HTML as a reader sees it, with plain spaces, so that tests read like screens. */
export const onScreen = (html: string): string =>
  html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replaceAll("\u00a0", " ");
export const labels = (buttons: readonly (readonly { readonly text: string }[])[]): string[] =>
  buttons.flat().map((button) => button.text.replaceAll("\u00a0", " "));
