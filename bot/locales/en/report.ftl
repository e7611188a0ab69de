# A manager's sales over a period: /report.
report-ask = Which month is the sales report for?
button-report-this-month = This month: { $period }
button-report-last-month = Last month: { $period }
button-report-own = Another period
report-not-for-you = The sales report is for managers of deals and their heads. You have no deals.
report-empty = Nothing to show for { $period }: no payments came, and none are awaited.
report-on-its-way = Preparing the report
report-title = Sales · { $who }
report-managers = { $count ->
    [one] { $count } manager
   *[other] { $count } managers
}
report-dates = { $dates }, sums in { $sign }
report-deals = { $count ->
    [one] { $count } deal
   *[other] { $count } deals
} for { $sum }
report-received = Received in the period: { $sum }
report-paid = Paid by the end of the period: { $sum } ({ $percent })
report-open = Still to come: { $sum }
report-overdue = ⚠️ Overdue: { $sum }
report-manager = { $name }: received { $received }, { $count ->
    [one] { $count } deal
   *[other] { $count } deals
} for { $sum }
report-rest = The others ({ $count }): sum { $total }, received { $received }
report-no-picture = The picture could not be made. The report once more: /report
report-no-sheet = The sheet could not be made. The report once more: /report
report-series-total = Sum of deals
report-series-received = Received in the period
report-file = Sales
report-sheet = { $title }: { $count ->
    [one] { $count } deal
   *[other] { $count } deals
}{ $left ->
    [0] {""}
   *[other] {" "}(not enough room for { $left })
}
report-total = Total
report-column-manager = Manager
report-column-deal = Deal
report-column-order = Order number
report-column-invoice = Invoice number
report-column-customer = Customer
report-column-stage = Deal stage
report-column-currency = Currency
report-column-total = Sum of the deal
report-column-paid = Paid by the end of the period
report-column-percent = Payment percent
report-column-received = Received in the period
report-column-open = Still to come
report-column-overdue = Overdue
report-ask-period = Which period is the report for? Reply to this message, for example: “March”, “Q1” or “01.03.2026–31.03.2026”. Changed your mind: /cancel
report-period-refused = { $why ->
    [no-such-date] There is no such date: { $date }. Write the period again, for example “01.03.2026–31.03.2026”.
    [wrong-order] The period ends before it begins. Write it again, for example “01.03.2026–31.03.2026”.
    [not-begun] This period has not begun yet. Write another one, for example “March” or “01.03.2026–31.03.2026”.
   *[other] This period is not understood. Write, for example: “March”, “March 2026”, “Q1” or “01.03.2026–31.03.2026”.
}
