/** Titles of the posts known from the start (domain 1.5), as shown on cards and papers. */
import type { Language, PersonId, PostId, Text } from "../ids.ts";
import type { Company, knownPosts } from "./company.ts";
import { personById } from "./directory.ts";

type KnownPost = (typeof knownPosts)[number];

const postTitles: { readonly [Post in KnownPost]: Text } = {
  "store-clerk": { ru: "продавец-консультант", uk: "продавець-консультант", en: "shop assistant" },
  "store-head": { ru: "директор магазина", uk: "директор магазину", en: "store manager" },
  merchandiser: { ru: "мерчендайзер", uk: "мерчандайзер", en: "merchandiser" },
  "supplier-manager": {
    ru: "менеджер по работе с поставщиками",
    uk: "менеджер із роботи з постачальниками",
    en: "supplier manager",
  },
  director: { ru: "руководитель", uk: "керівник", en: "director" },
  accountant: { ru: "бухгалтер", uk: "бухгалтер", en: "accountant" },
  "sales-manager": { ru: "менеджер по продажам", uk: "менеджер з продажу", en: "sales manager" },
  "sales-head": {
    ru: "руководитель отдела продаж",
    uk: "керівник відділу продажу",
    en: "head of sales",
  },
  warehouse: { ru: "заведующий складом", uk: "завідувач складу", en: "warehouse manager" },
};

const titles: ReadonlyMap<string, Text> = new Map(Object.entries(postTitles));

/** The post's title in lower case, nominative; a post that a process or company has added stands for itself. */
export function postTitle(post: PostId, language: Language): string {
  return titles.get(post)?.[language] ?? post;
}

/** What is printed beside a person's name: his own title if the company file gives one, else that of the post. */
export function titleOf(company: Company, person: PersonId, post: PostId, language: Language): string {
  return personById(company, person)?.title ?? postTitle(post, language);
}
