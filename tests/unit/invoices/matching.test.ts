/** Which invoice an outgoing line has paid: its number, and exactly what is left; anything less proposes nothing (domain 9.3). */
import { expect, test } from "vitest";
import { units, type Minor, type RequestId } from "../../../flows/ids.ts";
import {
  isSpent,
  paidInvoice,
  type OutgoingLine,
  type PayableInvoice,
} from "../../../flows/invoices/matching.ts";

const line: OutgoingLine = {
  amount: units<Minor>(24_400_000),
  currency: "RUB",
  paidOn: "2026-03-13",
  number: "45",
  purpose: "Оплата по счету № УТ-1045 от 11.03.2026 за кроссовки. В т.ч. НДС 22% - 44000.00",
};
const invoice: PayableInvoice = {
  request: units<RequestId>(17),
  number: "УТ-1045",
  left: units<Minor>(24_400_000),
  currency: "RUB",
  paid: [],
};
const booked = (of: { order?: string; back?: true; date?: string }): PayableInvoice["paid"] => [
  {
    date: of.date ?? "2026-03-13",
    sum: units<Minor>(24_400_000),
    ...(of.order !== undefined && { order: of.order }),
    ...(of.back && { back: {} as never }), // who took it back is of no interest
  },
];

test.each<[string, Partial<OutgoingLine>, readonly PayableInvoice[], number | undefined]>([
  ["number and sum fit", {}, [invoice], 17],
  ["the number in another spelling", { purpose: "счет ут 1045" }, [invoice], 17],
  [
    "a number of digits behind the word",
    { purpose: "по счету № 88 от 10.03" },
    [{ ...invoice, number: "88" }],
    17,
  ],
  [
    "digits that are of a contract",
    { purpose: "по договору № 88" },
    [{ ...invoice, number: "88" }],
    undefined,
  ],
  ["digits that nothing calls a number", { purpose: "за 88 пар" }, [{ ...invoice, number: "88" }], undefined],
  ["no number in the purpose", { purpose: "За кроссовки" }, [invoice], undefined],
  ["another number", { purpose: "по счету УТ-1046" }, [invoice], undefined],
  ["a kopeck less", { amount: units<Minor>(24_399_999) }, [invoice], undefined],
  ["another currency", {}, [{ ...invoice, currency: "UAH" }], undefined],
  ["an invoice without a number", { purpose: "счет б/н" }, [{ ...invoice, number: "б/н" }], undefined],
  [
    "two invoices that both fit",
    { purpose: "по счетам УТ-1045, УТ-1046" },
    [invoice, { ...invoice, request: units<RequestId>(18), number: "УТ-1046" }],
    undefined,
  ],
  ["booked by hand already, without an order number", {}, [{ ...invoice, paid: booked({}) }], undefined],
  ["booked by hand already, by this order", {}, [{ ...invoice, paid: booked({ order: "45" }) }], undefined],
  ["the same sum by another order", {}, [{ ...invoice, paid: booked({ order: "44" }) }], 17],
  ["the same sum on another day", {}, [{ ...invoice, paid: booked({ date: "2026-03-12" }) }], 17],
  ["a booking that was taken back", {}, [{ ...invoice, paid: booked({ order: "45", back: true }) }], 17],
])("%s", (_, of, invoices, expected) => {
  expect(paidInvoice({ ...line, ...of }, invoices)).toBe(expected);
});

test.each<[string, Parameters<typeof isSpent>[1], boolean]>([
  ["a twin that was booked by hand", [{ number: "ут 1045", paid: booked({}) }], true],
  ["a twin that was booked by another order", [{ number: "УТ-1045", paid: booked({ order: "44" }) }], false],
  ["a twin whose booking was taken back", [{ number: "УТ-1045", paid: booked({ back: true }) }], false],
  ["any invoice that was booked by this order", [{ number: "УТ-1", paid: booked({ order: "45" }) }], true],
  ["another number, of the same sum and day", [{ number: "УТ-1", paid: booked({}) }], false],
  ["nothing else was paid", [], false],
])("spent already, %s", (_, others, expected) => {
  expect(isSpent(line, others)).toBe(expected);
});
