/** The company as the rules see it: a plain value, loaded in one piece and the same within one transaction. */
import type {
  DepartmentId,
  EntityId,
  Language,
  Minor,
  PersonId,
  PostId,
  Sku,
  SupplierId,
  Text,
} from "../ids.ts";
import { units } from "../ids.ts";

/** Posts known from the start; a process or the company file may name more. Words: domain 1.5. */
export const knownPosts = [
  "store-clerk",
  "store-head",
  "merchandiser",
  "supplier-manager",
  "director",
  "accountant",
  "sales-manager",
  "sales-head",
  "warehouse",
] as const;

export const countries = ["RU", "UA"] as const;
export type Country = (typeof countries)[number];
export const departmentKinds = ["office", "store", "warehouse", "department"] as const;
export type DepartmentKind = (typeof departmentKinds)[number];

/** A legal entity: decides forms, currency (RU: RUB, UA: UAH), VAT and time zone. */
export interface Entity {
  readonly id: EntityId;
  readonly name: string;
  readonly country: Country;
  /** IANA name; decides "today" on its papers. */
  readonly timeZone: string;
  /** ИНН in Russia, ЄДРПОУ in Ukraine. */
  readonly inn?: string;
  readonly kpp?: string;
  readonly okpo?: string;
  /** ІПН of a Ukrainian VAT payer. */
  readonly vatId?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly bank?: {
    readonly name: string;
    readonly bik?: string;
    readonly account?: string;
    readonly correspondent?: string;
    readonly iban?: string;
  };
}

/** A standing commission by order (domain 5.7). */
export interface Commission {
  readonly order: string;
  /** Calendar date `YYYY-MM-DD`. */
  readonly date: string;
  readonly chair: PersonId;
  readonly members: readonly PersonId[];
}

export interface Department {
  readonly id: DepartmentId;
  readonly name: string;
  readonly kind: DepartmentKind;
  readonly parent?: DepartmentId;
  readonly head?: PersonId;
  /** Its own or the nearest parent's. */
  readonly entity: EntityId;
  readonly address?: string;
  readonly commission?: Commission;
  /** Gone from the company file: nothing new is filed there, but what was filed keeps its entity and its heads. */
  readonly closed?: boolean;
}

export interface Person {
  readonly id: PersonId;
  /** Surname, name, patronymic, in the nominative: «Белова Анна Сергеевна». */
  readonly name: string;
  /** As printed beside the name, in the language of the papers: «коммерческий директор». Default: the post's title. */
  readonly title?: string;
  /** The natural person: two accounts of one human share it (rule W3). Default: own id. */
  readonly human: string;
  readonly telegram?: number;
  /** Digits only, with country code: `79991234567`. */
  readonly phone?: string;
  /** Where answers to letters about his requests go. */
  readonly email?: string;
  readonly language: Language;
  /** False once the person is gone from the company file: no posts, but history keeps the name. */
  readonly active: boolean;
}

/** Person holds post in department; without a department: everywhere. */
export interface Holder {
  readonly person: PersonId;
  readonly post: PostId;
  readonly department?: DepartmentId;
}

/** Mon = 1 … Sun = 7, times `HH:MM` in the time zone of the entity. */
export interface WorkingHours {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
  /** Days off, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
}

/** What a reason is for. */
export const reasonUses = ["write-off", "return"] as const;
export type ReasonUse = (typeof reasonUses)[number];

/** A reason of domain 5.8. */
export interface Reason {
  readonly code: string;
  readonly title: Text;
  /** One or two words for a card's first line: «бой», «брак». */
  readonly short: Text;
  readonly uses: readonly ReasonUse[];
  readonly photo: boolean;
  readonly comment: boolean;
}

/** A post that hears of payments beside the deal's manager and his head (O8); without a department: all its holders. */
export interface AlertPost {
  readonly post: PostId;
  readonly department?: DepartmentId;
}

/** Unless the company file says otherwise: 20 000 ₽ or ₴ each. */
export const bulkLimitDefault = units<Minor>(2_000_000);

export interface Company {
  readonly name: string;
  readonly language: Language;
  /** How long a final decision and its effects are held, whole minutes; 0: not at all (O13). */
  readonly undoMinutes: number;
  /** The dearest request that may be approved with others alike at once, minor units of its place; 0: none (D25). */
  readonly bulkLimit: Minor;
  readonly entities: readonly Entity[];
  readonly departments: readonly Department[];
  readonly people: readonly Person[];
  readonly holders: readonly Holder[];
  readonly administrators: readonly PersonId[];
  readonly workingHours: WorkingHours;
  readonly reasons: readonly Reason[];
  /** Who else hears when the paid percentage of a deal changes (O8). */
  readonly alertsTo: readonly AlertPost[];
}

export interface Supplier {
  readonly id: SupplierId;
  readonly name: string;
  readonly inn?: string;
  readonly kpp?: string;
  readonly email?: string;
  readonly address?: string;
  /** As printed: «№ 12 от 01.02.2025». */
  readonly contract?: string;
}

/** One article of the catalogue. `model` and `size` are split from the name for picking (model first, then size). */
export interface Product {
  readonly sku: Sku;
  readonly name: string;
  readonly model: string;
  readonly size?: string;
  readonly barcode?: string;
  /** «пара», «шт», «кг». */
  readonly unit: string;
  /** Purchase price, minor units per unit; absent: not priced. */
  readonly price?: Minor;
  /** Whole percent; absent: without VAT. */
  readonly vat?: number;
  readonly supplier?: SupplierId;
  /** The only entity that sells it; absent: all do. Its currency is that of the price. */
  readonly entity?: EntityId;
}
