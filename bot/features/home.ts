/** A home in words: the permanent keyboard that fits a person's posts. Its labels are understood in every language. */
import { inboxCount } from "../../db/inbox.ts";
import { wasConcerned } from "../../db/requests.ts";
import { currentProcesses } from "../../db/processes.ts";
import type { Store } from "../../db/open.ts";
import type { Company, Person } from "../../flows/company/company.ts";
import { isAdministrator } from "../../flows/company/directory.ts";
import { placesToFileAt, postsOf } from "../../flows/company/holders.ts";
import { pathUp } from "../../flows/company/places.ts";
import { documentsOf } from "../../flows/engine/process.ts";
import { postsAsked } from "../../flows/engine/posts-asked.ts";
import { languages, type DepartmentId, type Instant } from "../../flows/ids.ts";
import { wordsIn, type Words } from "../texts.ts";
import { hasDeals } from "../payments/seen-deals.ts";
import type { Turn } from "../work.ts";

/** Whose home is shown. */
export interface At {
  readonly tx: Store;
  readonly company: Company;
  readonly me: Person;
  readonly words: Words;
  readonly now: Instant;
}

/** What the labels that aren't processes lead to. */
const homeActions = ["inbox", "my", "store", "deals", "registry", "replace", "language", "help"] as const;
export type HomeAction = (typeof homeActions)[number];

/** Labels of the home keyboard, row by row. */
export function homeKeyboard({ tx, company, me, words, now }: At): string[][] {
  const titles = currentProcesses(tx)
    .filter((process) => placesToFileAt(company, me.id, process.filedBy).length > 0)
    .map((process) => process.title[me.language]);
  const { count } = inboxCount(tx, me.id, now);
  const waiting = count > 0 ? words("home-inbox-count", { count: String(count) }) : words("home-inbox");
  const ofStores = placesOf(company, me, tx).length > 0;
  const lists = [
    ...(titles.length > 0 ? [words("home-my")] : []),
    ...(ofStores ? [words("home-store")] : []),
    ...(hasDeals(tx, company, me) ? [words("home-deals")] : []),
  ];
  const inPairs = Array.from({ length: Math.ceil(titles.length / 2) }, (_, row) =>
    titles.slice(row * 2, row * 2 + 2),
  );
  return [
    ...inPairs,
    lists,
    [
      ...(count > 0 || isSigner(company, me, tx) ? [waiting] : []),
      ...(hasRegistry(tx, company, me) ? [words("home-registry")] : []),
    ],
    isAdministrator(company, me.id) ? [words("home-replace")] : [],
    [words("home-language"), words("home-help")],
  ].filter((row) => row.length > 0);
}

/** Whether some process asks one of the person's posts, or he heads stores from above and may be asked by escalation. */
function isSigner(company: Company, me: Person, store: Store): boolean {
  const posts = new Set(postsOf(company, me.id).map((holder) => holder.post));
  const asked = currentProcesses(store).some((process) =>
    postsAsked(process).some((post) => posts.has(post)),
  );
  const from = new Set(placesWithRequests(company, store));
  const headed = company.departments.filter((one) => one.head === me.id && !from.has(one.id));
  return asked || headed.some((head) => [...from].some((place) => pathUp(company, place).includes(head.id)));
}

/** Whether the registry is offered: to who files, signs, heads or takes papers, and to whom anything of it concerned. */
export function hasRegistry(store: Store, company: Company, me: Person): boolean {
  const posts = new Set(postsOf(company, me.id).map((holder) => holder.post));
  const takes = currentProcesses(store).some((process) =>
    Object.values(process.stages).some(
      (stage) =>
        stage.kind === "final" &&
        documentsOf(stage.effects).some((effect) => effect.alsoFor.some((post) => posts.has(post))),
    ),
  );
  return (
    takes ||
    placesOf(company, me, store).length > 0 ||
    isSigner(company, me, store) ||
    wasConcerned(store, me.id)
  );
}

/** Where requests come from: stores, warehouses, and wherever somebody holds a post that files. */
function placesWithRequests(company: Company, store: Store): DepartmentId[] {
  const posts = new Set(currentProcesses(store).flatMap((process) => process.filedBy));
  const held = new Set(
    company.holders.filter((holder) => posts.has(holder.post)).map((one) => one.department),
  );
  return company.departments
    .filter(({ id, kind }) => kind === "store" || kind === "warehouse" || held.has(id))
    .map((one) => one.id);
}

/** The places whose requests a person may see as a list: where he files, what he heads with all below, all for administrators. */
export function placesOf(company: Company, me: Person, store: Store): DepartmentId[] {
  const filing = currentProcesses(store).flatMap((process) =>
    placesToFileAt(company, me.id, process.filedBy),
  );
  const headed = company.departments.filter((one) => one.head === me.id).map((one) => one.id);
  return placesWithRequests(company, store).filter(
    (place) =>
      isAdministrator(company, me.id) ||
      filing.includes(place) ||
      pathUp(company, place).some((above) => headed.includes(above)),
  );
}

/** A message with the home keyboard under it. */
export function home(turn: Turn, text?: string): void {
  turn.say({ text: text ?? turn.words("home-here"), keyboard: homeKeyboard(turn) });
}

const keys: Readonly<Record<HomeAction, string>> = {
  inbox: "home-inbox",
  my: "home-my",
  store: "home-store",
  deals: "home-deals",
  replace: "home-replace",
  registry: "home-registry",
  language: "home-language",
  help: "home-help",
};
const actions = new Map<string, HomeAction>(
  homeActions.flatMap((action) =>
    languages.map((language) => [wordsIn(language)(keys[action]).toLowerCase(), action] as const),
  ),
);

/** What a typed or pressed label means, with or without its count, in any language; undefined: it is none. */
export function homeAction(text: string): HomeAction | undefined {
  return actions.get(
    text
      .trim()
      .replace(/\s*\(\d+\+?\)$/, "")
      .toLowerCase(),
  );
}
