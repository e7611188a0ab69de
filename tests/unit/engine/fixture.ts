/** A small company and a request that is driven by commands: the bed of the engine's tests. */
import { createHash } from "node:crypto";
import { bulkLimitDefault } from "../../../flows/company/company.ts";
import type { Company, Person } from "../../../flows/company/company.ts";
import { defaultReasons } from "../../../flows/company/reasons.ts";
import type { Answers } from "../../../flows/engine/answers.ts";
import type { Command } from "../../../flows/engine/command.ts";
import { consequences, type Consequence } from "../../../flows/engine/consequences.ts";
import { serialKey, type Context } from "../../../flows/engine/context.ts";
import { decide } from "../../../flows/engine/decide.ts";
import { parseEvent, type Event } from "../../../flows/engine/events.ts";
import { evolve, replay } from "../../../flows/engine/evolve.ts";
import type { Process } from "../../../flows/engine/process.ts";
import type { Refusal } from "../../../flows/engine/refusals.ts";
import type { Request } from "../../../flows/engine/request.ts";
import { seriesNeeded } from "../../../flows/engine/stages.ts";
import {
  id,
  units,
  type DepartmentId,
  type EntityId,
  type FileHash,
  type Instant,
  type Minor,
  type PersonId,
  type PostId,
  type RequestId,
  type Sku,
  type SupplierId,
  type Thousandths,
  type VisaId,
} from "../../../flows/ids.ts";

export const person = (name: string): PersonId => id<PersonId>(name);
export const visa = (name: string): VisaId => id<VisaId>(name);
export const store = id<DepartmentId>("store");
/** Tuesday, 10 March 2026, 10:00 in Moscow. */
export const tuesday = units<Instant>(Date.parse("2026-03-10T07:00:00Z"));
export const hour = 3_600_000;

const entity = id<EntityId>("main");
const somebody = (name: string): Person => ({
  id: person(name),
  name,
  human: name,
  language: "ru",
  active: true,
});

/** clerk and head at the store; merchandiser, manager, chief and director in the office above it. */
export function company(change: Partial<Company> & { posts?: Record<string, string> } = {}): Company {
  const posts = change.posts ?? {
    clerk: "store-clerk@store",
    head: "store-head@store",
    merch: "merchandiser@office",
    manager: "supplier-manager@office",
    director: "director@office",
  };
  const people = [
    "clerk",
    "clerk2",
    "head",
    "merch",
    "merch2",
    "manager",
    "chief",
    "director",
    "admin",
    "seller",
    "seller2",
    "director2",
    "accountant",
    "accountant2",
  ];
  return {
    name: "Проба",
    language: "ru",
    undoMinutes: 2,
    bulkLimit: bulkLimitDefault,
    entities: [{ id: entity, name: "ООО «Проба»", country: "RU", timeZone: "Europe/Moscow" }],
    departments: [
      { id: id<DepartmentId>("top"), name: "Компания", kind: "office", head: person("director"), entity },
      {
        id: id<DepartmentId>("office"),
        name: "Офис",
        kind: "department",
        parent: id<DepartmentId>("top"),
        head: person("chief"),
        entity,
      },
      {
        id: store,
        name: "Магазин № 1",
        kind: "store",
        parent: id<DepartmentId>("office"),
        head: person("head"),
        entity,
      },
    ],
    people: people.map(somebody),
    holders: Object.entries(posts).flatMap(([who, held]) =>
      held.split(" ").map((one) => {
        const [post = "", department = ""] = one.split("@");
        return { person: person(who), post: id<PostId>(post), department: id<DepartmentId>(department) };
      }),
    ),
    administrators: [person("admin")],
    workingHours: { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00", holidays: [] },
    reasons: defaultReasons,
    alertsTo: [],
    ...change,
  };
}

const picture = {
  hash: id<FileHash>("a".repeat(64)),
  kind: "photo",
  fileId: "f1",
  uniqueId: "u1",
  sentAs: "photo",
} as const;
/** Two pairs for 5 000,00 ₽ each, a factory defect, one photo, a supplier. */
export const sneakers: Answers = {
  goods: {
    kind: "goods",
    lines: [
      {
        line: 1,
        sku: id<Sku>("ОБ-1002"),
        name: "Кроссовки",
        unit: "пара",
        quantity: units<Thousandths>(2000),
        price: units<Minor>(500_000),
      },
    ],
  },
  reason: { kind: "reason", code: "01" },
  photos: { kind: "photos", pictures: [picture] },
  supplier: { kind: "supplier", supplier: { id: id<SupplierId>("step"), name: "Степ" } },
};
/** The same with a line outside the catalogue. */
export const unpriced: Answers = {
  ...sneakers,
  goods: {
    kind: "goods",
    lines: [{ line: 1, name: "Стелька", unit: "пара", quantity: units<Thousandths>(1000) }],
  },
};

/** A command without its clock reading, which the case gives. */
type Asked<C = Command> = C extends Command ? Omit<C, "at"> : never;

/** One request on its way. `refusal` is that of the last command. */
export class Case {
  readonly process: Process;
  company: Company;
  now: Instant = tuesday;
  request: Request | undefined;
  readonly log: Event[] = [];
  refusal: Refusal | undefined;
  caused: readonly Consequence[] = [];

  constructor(process: Process, of: Company = company()) {
    this.process = process;
    this.company = of;
  }

  context(): Context {
    const series = seriesNeeded(this.process, store, this.company, this.now);
    return {
      now: this.now,
      company: this.company,
      processVersion: 1,
      newId: units<RequestId>(17),
      serials: Object.fromEntries(series.map((one) => [serialKey(one), 17])),
      hash: (text) => createHash("sha256").update(text).digest("hex"),
    };
  }

  /** Carries the command out; what the log would give back is checked on the way (R10). */
  do(command: Asked): this {
    const result = decide(
      this.process,
      this.request,
      { ...command, at: this.now } as Command,
      this.context(),
    ); // the clock reading completes it
    this.refusal = "refusal" in result ? result.refusal : undefined;
    this.caused = [];
    if ("refusal" in result) return this;
    const before = this.request;
    for (const event of result.events) {
      this.log.push(parseEvent(structuredClone(event)));
      this.request = evolve(this.request, event);
    }
    if (this.request !== undefined)
      this.caused = consequences(this.process, result.events, before, this.request, this.company);
    if (this.log.length > 0 && JSON.stringify(replay(this.log)) !== JSON.stringify(this.request))
      throw new Error("replay differs from state");
    return this;
  }

  later(ms: number): this {
    this.now = units<Instant>(this.now + ms);
    return this;
  }

  file(answers: Answers = sneakers, by = "clerk"): this {
    return this.do({ kind: "file", by: person(by), place: store, answers });
  }
  approve(by: string, name = by === "manager" ? "supplier-manager" : "merchandiser"): this {
    return this.do({
      kind: "sign",
      by: person(by),
      visa: visa(name),
      decision: "approved",
      seen: this.is.revision,
    });
  }
  reject(by: string, name = by === "manager" ? "supplier-manager" : "merchandiser"): this {
    return this.do({
      kind: "sign",
      by: person(by),
      visa: visa(name),
      decision: "rejected",
      reason: "Дефект не виден",
      seen: this.is.revision,
    });
  }
  sendBack(by: string, name = by === "manager" ? "supplier-manager" : "merchandiser"): this {
    return this.do({
      kind: "sign",
      by: person(by),
      visa: visa(name),
      decision: "sent-back",
      reason: "Исправить количество",
      seen: this.is.revision,
    });
  }
  resubmit(answers: Answers, by = "clerk"): this {
    return this.do({ kind: "resubmit", by: person(by), answers });
  }
  tick(): this {
    return this.do({ kind: "tick" });
  }

  get is(): Request {
    if (this.request === undefined) throw new Error(`there is no request: ${JSON.stringify(this.refusal)}`);
    return this.request;
  }
  /** Who got a card with sound from the last command. */
  get rung(): string[] {
    return this.caused.flatMap((one) => (one.kind === "card" && one.ring ? [one.person] : [])).toSorted();
  }
  /** Kinds of notices of the last command by person: `clerk:outcome`. */
  get notices(): string[] {
    return this.caused
      .flatMap((one) => (one.kind === "notice" ? [`${one.person}:${one.notice.kind}`] : []))
      .toSorted();
  }
  outcome(name: string): string | undefined {
    return this.is.steps.findLast((step) => step.visa === name)?.outcome;
  }
}
