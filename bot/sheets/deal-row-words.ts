/** Words for what is wrong or doubtful in a row of deals or payments. */
import { countryOfCurrency, formatExact } from "../../flows/goods/money.ts";
import type { Language, Text } from "../../flows/ids.ts";
import type { DealProblem } from "../../flows/payments/deal-problems.ts";
import { rowWords, text } from "../problem-words.ts";

type Simple = Exclude<
  DealProblem["kind"],
  | "several-deals"
  | "deals-differ"
  | "number-taken"
  | "deal-currency"
  | "total-below-paid"
  | "paid-below-booked"
  | "booked-otherwise"
  | "same-payment"
>;

const simple: { readonly [Kind in Simple]: Text } = {
  "no-number": text(
    "нет ни номера заказа, ни номера счёта, ни кода сделки",
    "немає ні номера замовлення, ні номера рахунку, ні коду угоди",
    "neither order number nor invoice number nor the deal’s key",
  ),
  "two-currencies": text(
    "в строке две разные валюты",
    "у рядку дві різні валюти",
    "the row names two currencies",
  ),
  "unknown-deal": text("нет такой сделки", "немає такої угоди", "no such deal"),
  "person-left": text("больше не работает", "більше не працює", "works here no more"),
  "several-people": text(
    "так зовут нескольких: укажите код сотрудника",
    "так звуть кількох: вкажіть код працівника",
    "several people are called so: give the person’s id",
  ),
  "tax-number-check": text(
    "ИНН не проходит проверку",
    "податковий номер не проходить перевірку",
    "the tax number fails its check",
  ),
  "like-booked": text(
    "оплата той же сделки, даты и суммы уже разнесена",
    "оплату тієї самої угоди, дати й суми вже рознесено",
    "a payment of the same deal, date and sum is booked already",
  ),
  "future-date": text("дата ещё не наступила", "дата ще не настала", "the date is yet to come"),
  "keeps-schedule": text(
    "у сделки график из нескольких платежей, он остаётся",
    "в угоди графік із кількох платежів, він лишається",
    "the deal has a schedule of several payments, which stays",
  ),
};

/** What is wrong or doubtful, without saying in which row. */
export function dealProblemWords(problem: DealProblem, language: Language): string {
  switch (problem.kind) {
    case "several-deals":
      return text(
        `сделок с таким номером: ${problem.count}`,
        `угод із таким номером: ${problem.count}`,
        `deals with this number: ${problem.count}`,
      )[language];
    case "deals-differ": {
      const deals = problem.deals.map(quoted).join(", ");
      return text(
        `номера разных сделок: ${deals}`,
        `номери різних угод: ${deals}`,
        `numbers of different deals: ${deals}`,
      )[language];
    }
    case "number-taken": {
      const deal = quoted(problem.deal);
      return text(
        `номер уже у другой сделки: ${deal}`,
        `номер уже в іншої угоди: ${deal}`,
        `another deal has this number: ${deal}`,
      )[language];
    }
    case "deal-currency":
      return text(
        `валюта сделки: ${problem.currency}`,
        `валюта угоди: ${problem.currency}`,
        `the deal’s currency: ${problem.currency}`,
      )[language];
    case "total-below-paid":
      return text(
        `сумма сделки меньше оплаченного: ${sum(problem, language)}`,
        `сума угоди менша за сплачене: ${sum(problem, language)}`,
        `the total is below what is paid: ${sum(problem, language)}`,
      )[language];
    case "paid-below-booked":
      return text(
        `уже разнесено больше: ${sum(problem, language)}; снять оплату можно в карточке сделки`,
        `уже рознесено більше: ${sum(problem, language)}; зняти оплату можна в картці угоди`,
        `more is booked already: ${sum(problem, language)}; a payment is taken back on the deal’s card`,
      )[language];
    case "booked-otherwise":
      return text(
        `под этим кодом уже разнесено ${booked(problem, language)}, это остаётся`,
        `під цим кодом уже рознесено ${booked(problem, language)}, це лишається`,
        `booked under this key already: ${booked(problem, language)}; it stays`,
      )[language];
    case "same-payment":
      return text(
        `такая же оплата уже есть (${rowWords(problem.row, language)}): различите их номером или кодом`,
        `така сама оплата вже є (${rowWords(problem.row, language)}): розрізніть їх номером або кодом`,
        `the same payment stands already (${rowWords(problem.row, language)}): tell them apart by number or key`,
      )[language];
    default:
      return simple[problem.kind][language];
  }
}

function sum(of: Extract<DealProblem, { readonly paid: number }>, language: Language): string {
  return formatExact(of.paid, countryOfCurrency(of.currency), language);
}

function booked(
  problem: Extract<DealProblem, { readonly kind: "booked-otherwise" }>,
  language: Language,
): string {
  return `${sum(problem, language)}, ${problem.paidOn.split("-").reverse().join(".")}`;
}

const nameMax = 60;
function quoted(name: string): string {
  return `«${name.length > nameMax ? `${name.slice(0, nameMax - 1)}…` : name}»`;
}
