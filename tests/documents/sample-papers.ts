/** Papers of the demo company's stories: a write-off of 10 000,00 and a return of 7 500,00, in Russia and in Ukraine. */
import type { Minor, Instant, FileHash, RequestId, Thousandths } from "../../flows/ids.ts";
import { id, units } from "../../flows/ids.ts";
import type { Paper, PaperLine, PaperVisa } from "../../flows/documents/paper.ts";

export const at = (iso: string): Instant => units<Instant>(Date.parse(iso));
export const kopecks = (amount: number): Minor => units<Minor>(amount);
export const pieces = (count: number): Thousandths => units<Thousandths>(count * 1000);

export const defect = { code: "01", title: "Производственный брак" };
export const unsold = { code: "13", title: "Нереализованный товар (по договору)" };

export const sneakers: PaperLine = {
  name: "Кроссовки беговые мужские «Вихрь Р-1», чёрный, р. 42",
  sku: "ОБ-1002",
  barcode: "9520000010027",
  unit: "пара",
  quantity: pieces(2),
  price: kopecks(500_000),
  vat: 22,
  reason: defect,
};

export const approved: PaperVisa = {
  title: "Мерчендайзер",
  post: "мерчендайзер",
  name: "Белова Анна Сергеевна",
  decision: "approved",
  at: at("2026-03-14T12:04:00+03:00"),
  round: 1,
  hash: "5edbf0c9cbc5ebfb3d08e0966708756db2c9747b4a0bd7dfd037656a37e24a26",
};

export const writeOff: Paper = {
  kind: "write-off-act",
  number: "СП-2026-000017",
  issuedAt: at("2026-03-14T12:06:00+03:00"),
  entity: {
    name: "ООО «Северный шаг»",
    country: "RU",
    timeZone: "Europe/Moscow",
    inn: "9601000019",
    kpp: "960101001",
    okpo: "96010000",
    address: "г. Санкт-Петербург, Невский проспект, д. 1",
    bank: { name: "АО «Демо-Банк»", bik: "049601777", account: "40702810900000000101" },
  },
  department: { name: "Магазин № 2 «Галерея»" },
  request: {
    id: units<RequestId>(17),
    filedBy: "Котов Илья Максимович",
    filedByPost: "продавец-консультант",
    filedAt: at("2026-03-14T11:58:00+03:00"),
  },
  lines: [sneakers],
  comment: "Отклеилась подошва",
  commission: {
    order: "12-к",
    date: "2026-01-12",
    chair: { post: "директор магазина", name: "Сидорова Алла Владимировна" },
    members: [
      { post: "бухгалтер", name: "Дёмина Юлия Олеговна" },
      { post: "продавец-консультант", name: "Гаврилова Вера Николаевна" },
    ],
  },
  responsible: { post: "продавец-консультант", name: "Котов Илья Максимович" },
  head: { post: "генеральный директор", name: "Соколова Ирина Викторовна" },
  photos: [],
  visas: [approved],
};

export const returned: Paper = {
  ...writeOff,
  kind: "return-note",
  number: "ВП-2026-000009",
  lines: [
    {
      ...sneakers,
      name: "Мокасины женские «Аврора М-7», бежевый, р. 37",
      sku: "ОБ-1020",
      barcode: "9520000010201",
      quantity: pieces(3),
      price: kopecks(250_000),
    },
  ],
  supplier: {
    name: "ООО «Мокасин-Трейд»",
    inn: "9602000124",
    email: "returns@supplier.example",
    contract: "№ 12 от 01.02.2025",
    waybill: { number: "311", date: "2026-02-20" },
    wayOfReturn: "самовывоз поставщиком",
  },
  accountant: { post: "главный бухгалтер", name: "Орлова Наталья Петровна" },
};

/** The same store of the Ukrainian entity; all that people wrote is in Ukrainian. */
const inUkraine = {
  entity: {
    name: "ТОВ «Північний крок»",
    country: "UA",
    timeZone: "Europe/Kyiv",
    inn: "90000015",
    vatId: "900000110015",
    bank: { name: "АТ «Демо-Банк»", iban: "UA693999990000026001000000101" },
  },
  department: { name: "Магазин № 1" },
  request: {
    ...writeOff.request,
    filedBy: "Коваль Іван Петрович",
    filedByPost: "продавець-консультант",
  },
  lines: [
    {
      ...sneakers,
      name: "Кросівки бігові «Вихор Р-1», чорний, р. 42",
      vat: 20,
      reason: { code: "01", title: "Виробничий брак" },
    },
  ],
  comment: "Відклеїлася підошва",
  responsible: { post: "продавець-консультант", name: "Коваль Іван Петрович" },
  head: { post: "генеральний директор", name: "Шевченко Олена Ігорівна" },
  visas: [{ ...approved, title: "Мерчандайзер", post: "мерчандайзер", name: "Бойко Анна Іванівна" }],
} as const satisfies Partial<Paper>;

const { commission: _none, ...withoutCommission } = writeOff;
export const writeOffInUkraine: Paper = { ...withoutCommission, ...inUkraine };
export const returnedInUkraine: Paper = {
  ...withoutCommission,
  ...inUkraine,
  kind: "return-note",
  number: "ВП-2026-000010",
  supplier: { name: "ТОВ «Мокасин»", inn: "90000023" },
};
export const writeOffWithoutCommission: Paper = withoutCommission;

export const photoOf = (hash: string, place = "Магазин № 2 «Галерея»"): Paper["photos"][number] => ({
  hash: id<FileHash>(hash),
  at: at("2026-03-14T11:57:00+03:00"),
  sender: "Котов Илья Максимович",
  place,
});
