/** A small company of two stores and two entities, with a few goods and suppliers. */
import { defaultReasons } from "../../../flows/company/reasons.ts";
import { bulkLimitDefault } from "../../../flows/company/company.ts";
import type { Company, Holder, Person, Product, Supplier } from "../../../flows/company/company.ts";
import { splitName } from "../../../flows/goods/product-name.ts";
import {
  id,
  units,
  type DepartmentId,
  type EntityId,
  type Instant,
  type Minor,
  type PersonId,
  type PostId,
  type Sku,
  type SupplierId,
} from "../../../flows/ids.ts";

export const clerk = id<PersonId>("kotov");
export const store2 = id<DepartmentId>("store-2");
export const store3 = id<DepartmentId>("store-3");
export const now = units<Instant>(Date.UTC(2026, 2, 14, 9, 0));

const person = (name: string): Person => ({
  id: id<PersonId>(name),
  name: `${name} ${name} ${name}`,
  human: name,
  language: "ru",
  active: true,
});
const holder = (name: string, post: string, department?: string): Holder => ({
  person: id<PersonId>(name),
  post: id<PostId>(post),
  ...(department === undefined ? {} : { department: id<DepartmentId>(department) }),
});

export const company: Company = {
  name: "Северный шаг",
  language: "ru",
  undoMinutes: 2,
  bulkLimit: bulkLimitDefault,
  entities: [
    { id: id<EntityId>("main"), name: "ООО «Северный шаг»", country: "RU", timeZone: "Europe/Moscow" },
    { id: id<EntityId>("ua"), name: "ТОВ «Північний крок»", country: "UA", timeZone: "Europe/Kyiv" },
  ],
  departments: [
    { id: id<DepartmentId>("office"), name: "Офис", kind: "office", entity: id<EntityId>("main") },
    {
      id: store2,
      name: "Магазин № 2",
      kind: "store",
      parent: id<DepartmentId>("office"),
      entity: id<EntityId>("main"),
    },
    {
      id: store3,
      name: "Магазин № 3",
      kind: "store",
      parent: id<DepartmentId>("office"),
      entity: id<EntityId>("ua"),
    },
  ],
  people: ["kotov", "belova", "kiselev"].map(person),
  holders: [
    holder("kotov", "store-clerk", "store-2"),
    holder("belova", "merchandiser", "office"),
    holder("kiselev", "supplier-manager", "office"),
  ],
  administrators: [],
  workingHours: { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00", holidays: [] },
  reasons: defaultReasons,
  alertsTo: [],
};

/** The same clerk works in a second store as well. */
export const inTwoStores: Company = {
  ...company,
  holders: [...company.holders, holder("kotov", "store-clerk", "store-3")],
};

interface Extra {
  readonly unit?: string;
  readonly price?: number;
  readonly supplier?: string;
  readonly entity?: string;
}
function product(sku: string, name: string, barcode: string, extra: Extra = {}): Product {
  return {
    sku: id<Sku>(sku),
    name,
    ...splitName(name),
    barcode,
    unit: extra.unit ?? "пара",
    price: units<Minor>((extra.price ?? 5000) * 100),
    vat: 22,
    supplier: id<SupplierId>(extra.supplier ?? "vihr"),
    ...(extra.entity === undefined ? {} : { entity: id<EntityId>(extra.entity) }),
  };
}

export const products: readonly Product[] = [
  product("ОБ-1001", "Кроссовки беговые «Вихрь Р-1», чёрный, р. 41", "9520000010010"),
  product("ОБ-1002", "Кроссовки беговые «Вихрь Р-1», чёрный, р. 42", "9520000010027"),
  product("ОБ-1004", "Кроссовки беговые «Вихрь Р-1», белый, р. 42", "9520000010041"),
  product("ОБ-1020", "Мокасины «Аврора М-7», бежевый, р. 37", "9520000010201", {
    price: 2500,
    supplier: "moka",
  }),
  product("АК-1054", "Бутылка для воды 0,7 л, синий", "9520000010546", { unit: "шт", supplier: "lip" }),
  product("РМ-1", "Кожа для ремонта", "9520000010607", { unit: "м", supplier: "lip" }),
  product("УА-1", "Сандалі «Крок», р. 40", "9520000010706", { entity: "ua" }),
];

export const suppliers: readonly Supplier[] = [
  { id: id<SupplierId>("vihr"), name: "АО «Вихрь-Опт»", inn: "9602000117" },
  { id: id<SupplierId>("moka"), name: "ООО «Мокасин-Трейд»", inn: "9602000124" },
  { id: id<SupplierId>("lip"), name: "ИП Липатов А. С." },
];
