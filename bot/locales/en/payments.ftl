# Payments of deals: alerts and their settings, the deal, booking.
alert-head = { $kind ->
    [payment] Payment { $sum }
    [payments] { $count ->
        [one] { $count } payment
       *[other] { $count } payments
    } of { $sum }
    [refund] Refund { $sum }
    [correction] Correction −{ $sum }
   *[overpayment] Overpaid by { $sum }
}: { $now }{ $before ->
    [none] {""}
   *[other] {" "}(was { $before })
}
alert-deal = Deal: { $name }
alert-sum = Payment amount: { $sum }
alert-percent = Paid: { $now }{ $before ->
    [none] {""}
   *[other] {" "}(was { $before })
}
alert-order = Order number: { $number }
alert-invoice = Invoice number: { $number }
alert-stage = Deal stage: { $stage }
alert-standing = Paid in all: { $paid } of { $total }, { $state ->
    [left] { $left } left
    [full] in full
   *[over] overpaid by { $left }
}
alert-manager-left = The manager has left: { $name }
alert-no-manager = The deal names no manager.
alert-list = Payments have changed: { $count ->
    [one] { $count } deal
   *[other] { $count } deals
}
button-open-deal = Open the deal
button-alert-settings = My alerts
alert-settings = <b>Payment alerts</b>
    When: { $pace ->
        [at-once] at once
        [hourly] as a list, every hour
       *[daily] as a list, every morning
    }
    Of what: { $percents ->
        [every] every change
       *[other] when { $percents } is passed
    }
button-alert-pace = { $pace ->
    [at-once] At once
    [hourly] Every hour
   *[daily] Every day
}
button-alert-every = Every change
deal-customer = Customer: { $name }
deal-manager = Manager: { $name }
deal-percent = Paid: { $percent }
deal-expected = Expected: { $sum } by { $date }
deal-overdue = Overdue: { $sum }, was expected by { $date }
deal-payments-title = Payments: { $deal }
deal-no-payments = No payments yet.
deal-history-title = How the paid percentage changed: { $deal }
deal-history-line = { $when }: { $percent } ({ $paid } of { $total }){ $told ->
    [yes] , alert sent
   *[no] {""}
}
deal-no-history = No changes yet.
deal-none = There is no such deal.
deal-ask-words = Which deal? Write the order or invoice number, the name or the customer. Changed your mind: /cancel
deal-not-found = No such deal was found. Write it another way: order or invoice number, name, customer, tax number. Changed your mind: /cancel
deal-which = Which of these?
button-deal-payments = Payments
button-deal-history = History of percentages
button-back-to-deal = ◂ To the deal
button-book = Book a payment
payment-paper = payment order No. { $number }
payment-purpose = Purpose: { $purpose }
payment-source = From: { $source ->
    [statement] bank statement
    [sheet] sheet
    [hand] booked by hand
   *[program] another program
}
payment-act = { $when }: { $kind ->
    [booked] booked
    [taken-back] taken back
    [restored] counted again
   *[moved] moved, deal: { $to }
}: { $name }
payment-taken-back = taken back
payment-none = There is no such payment.
payment-not-accountant = Payments are booked and taken back by the accountant.
payment-ask-sum = How much came? Deal: { $deal }.
    For example 60 000 or 60 000 12.03.2026. Given back to the customer: −20 000. Changed your mind: /cancel
payment-sum-refused = { $why ->
    [empty] A sum is needed: for example 60 000.
    [zero] The sum can’t be zero: for example 60 000.
    [negative] This does not look like a sum. Money given back is written −20 000.
    [too-precise] Two digits after the comma: for example 60 000,50.
    [too-big] The sum is too large: check the figures.
    [bad-date] There is no such date. Write for example 60 000 12.03.2026.
    [future] That day has not come yet: only what has arrived can be booked.
   *[not-a-sum] This does not look like a sum. Write for example 60 000 or 60 000,50 12.03.2026.
}
payment-sure = { $kind ->
    [refund] Book a refund of
   *[payment] Book
} { $sum } of { $date }? Deal: { $deal }
payment-booked = Booked { $sum }. Deal: { $deal }. The manager will hear without being told.
payment-done-back = Taken back. The manager will hear of the correction.
payment-done-restored = The payment counts again.
payment-done-before = This is done already.
payment-ask-move = Where is { $sum } to be moved? Now: { $deal }. Write the order or invoice number, the name or the customer of the other deal. Changed your mind: /cancel
payment-move-where = To which deal?
payment-moved = Moved { $sum }.
    From: { $from }
    To: { $to }
payment-other-currency = That deal has another currency: it can’t be moved.
button-book-sure = { $kind ->
    [refund] Book a refund of { $sum }
   *[payment] Book { $sum }
}
button-take-payment-back = Take back
button-restore-payment = Count again
button-move-payment = Move
deals-line = { $deal } · { $percent }{ $state ->
    [left] , { $left } left
    [over] , overpaid by { $left }
   *[full] {""}
}
deals-none = No deals yet. Send a sheet of deals (.xlsx or .csv) or a bank statement here.
button-find-deal = 🔎 Find
deal-chart-subtitle = Paid, percent
button-all-deals = All deals
deals-below = «Deals» is among the buttons below now.
