# Accounting: warnings about invoices, payments from statements, the evening's register.
books-twin = There is an invoice with this number: № { $number } ({ $filer }, { $when }, { $sum }, “{ $stage }”).
books-button-open = Open № { $number }
books-twin-reason = Why it was filed again:
books-account = { $account }, BIC { $bank }
books-account-changed = The bank details differ from those of this supplier's last paid invoice (№ { $number }). Before: { $account }.
books-order-unknown = No deal has the order “{ $order }”: check its number.
books-above-order-of = The sum is above that of the order “{ $order }”, which comes to { $total }.
books-above-order = The sum is above that of the order “{ $order }”.
