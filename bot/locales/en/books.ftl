# Accounting: warnings about invoices, payments from statements, the evening's register.
books-twin = There is an invoice with this number: No. { $number } ({ $filer }, { $when }, { $sum }, “{ $stage }”).
books-button-open = Open No. { $number }
books-twin-reason = Why it was filed again:
books-account = { $account }, BIC { $bank }
books-account-changed = The bank details differ from those of this supplier’s last paid invoice (No. { $number }). Before: { $account }.
books-order-unknown = No deal has the order “{ $order }”: check its number.
books-above-order-of = The sum is above that of the order “{ $order }”, which comes to { $total }.
books-above-order = The sum is above that of the order “{ $order }”.
books-proposed = Outgoing { $all }: invoices that seem to be paid: { $count }
books-list = Invoices that seem to be paid: { $count }
books-invoice-number = invoice { $number }
books-order-of = payment order { $number } of { $date }
books-free = nobody has taken it: take it, then it can be marked
books-colleague = in work: { $person }, to be marked by who has it
books-not-yours = to be marked by the accountant it belongs to
books-twice = a line above has paid this invoice already: check whether it was paid twice
books-left-out = left out
books-none-left = No invoices are left to be marked.
books-button-pay = Mark as paid ({ $count })
books-button-leave-out = Leave out No. { $number }
books-button-put-back = Put back No. { $number }
books-list-changed = The list has changed while you were reading it. Nothing is marked: check it and press again.
books-paid = Marked as paid: { $numbers }
books-paid-count = Marked: { $count }
books-taken = Invoice No. { $number } is yours.
books-register = Accounting of { $day }: invoices taken { $taken }, payments { $paid } of { $sum }, closed { $closed }, papers { $papers }
books-register-more = There are more than { $count } entries: only the first are here, see the rest in /registry.
books-register-file = Register
books-no-sheet = The sheet could not be made: tell an administrator.
books-papers = Papers of { $day }: { $count }
books-papers-waiting = Still being printed: { $count }
books-papers-too-large = Left out because of their size: { $count }. They can be opened by their numbers.
books-papers-file = Papers
books-no-zip = The archive could not be made: papers can be opened by their numbers.
books-entry = { $kind ->
    [taken] Invoice taken
    [paid] Payment
    [unpaid] Payment taken back
    [closed] Invoice closed
   *[paper] Paper issued
}
books-total = Paid
books-column-time = Time
books-column-what = What was done
books-column-request = No.
books-column-title = Kind
books-column-paper = Invoice or paper
books-column-supplier = Supplier
books-column-total = Sum
books-column-paid = Paid
books-column-currency = Currency
books-column-order = Payment order
books-column-paid-on = Paid on
books-column-who = Who
