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
