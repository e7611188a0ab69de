# Files with deals and payments: a bank statement, a sheet.
import-reading = Reading the file…
import-too-big = The file is above 20 MB: Telegram does not give it to a bot. Export a shorter period.
import-not-yours = Payments are booked by accounting: { $names }. The file was not taken, pass it on to them.
import-refused = Nothing was taken: { $why }
import-none = This file is gone: send it again.
import-booking = Booking…
import-cancelled = Cancelled: nothing was taken.
import-done-before = This is done already: { $name }
import-done-by = Decided by: { $name }
button-import-book = Book
button-import-ask = Ask
button-import-show = Show
button-import-cancel = Cancel
button-import-load = Load
button-import-quietly = No, only load
button-import-notify = Yes
statement-title = Statement
statement-preview = Incoming { $count } of { $sum }: I will book { $certain }, ask { $ask }, not ours { $unmatched }
statement-known = Booked before: { $count }
statement-outgoing = Outgoing { $count } of { $sum }.
statement-left-out = Lines not taken (not settled, not our account, another currency, repeated): { $count }
statement-warning-balance = The balance does not add up: by turnover { $expected }, in the file { $closing }.
statement-warning-sum = { $kind ->
    [received] Received
   *[spent] Spent
} by the file { $said }, by its lines { $lines }.
statement-warning-unreadable = Line { $line }: { $key } can’t be read ({ $found }).
statement-summary = Booked { $booked } of { $sum }.{ $ask ->
    [0] {""}
   *[other] {" "}Left to ask: { $ask }.
}{ $unmatched ->
    [0] {""}
   *[other] {" "}Not ours: { $unmatched }.
}
statement-done = Done. { $summary }
statement-later = The rest waits: you can come back to the questions later.
statement-line = { $sum } of { $date }
statement-doubt = Whose payment is this? { $line }
statement-why = { $why ->
    [refund] It looks like money given back.
    [same-number] Two deals have this number.
    [several-deals] Several deals are named.
    [other-payer] The number is right, but somebody else pays.
    [payer-unknown] The number is right, but the statement has no tax number of the payer.
    [customer-unknown] The number is right, but the deal has no tax number of the customer.
    [called-otherwise] The number is called something else: an invoice instead of an order, or the reverse.
    [paid-already] The number is right, but the deal is paid already.
    [booked-already] The same payment of that day is booked already.
    [exact-sum] No number, but the sum is exactly what is left of a deal.
    [payer-only] No number, only the payer is known.
   *[other-currency] The deal that is named is in another currency.
}
statement-unmatched-why = { $why ->
    [refund] looks like money given back
    [other-currency] the deal that fits is in another currency
   *[nothing-known] no deal found
}
statement-offer = { $deal } · { $left } left
button-line-other = Another deal
button-line-skip = Not ours
button-line-later = Later
statement-ask-deal = Which deal does it belong to? { $line }. Write the order or invoice number, the name or the customer. Changed your mind: /cancel
statement-which = Which deal? { $line }
statement-put-off = Put off: { $line }
statement-settled = { $how ->
    [booked] ✅ Booked: { $line } → { $deal }
    [skipped] Not ours: { $line }
    [known] Booked before: { $line }
   *[other] { $line }
}
statement-group = { $status ->
    [ask] To be asked
    [unmatched] Not ours: no deal found
    [certain] To be booked
    [booked] Booked
    [skipped] Said to be not ours
   *[known] Booked before
}: { $count }
statement-no-lines = The statement has no incoming payments.
statement-file = All incoming payments of the statement
statement-refused = { $why ->
    [took-too-long] the file could not be read.
   *[not-a-statement] this is no statement. A file of the 1C exchange (1CClientBankExchange, kl_to_1c.txt) or a sheet .xlsx, .csv is expected.
}
statement-refused-big = the file is above { $max } MB. Export a shorter period.
statement-refused-many = the file has more than { $max } documents. Export a shorter period.
statement-refused-cut = the file breaks off at line { $line }{ $document ->
    [none] {""}
   *[other] {" "}({ $document })
}. Download the statement from the bank again.
statement-refused-place = line { $line }: this can’t stand here ({ $found }).
statement-refused-document = line { $line }, { $document }, { $key }: { $problem ->
    [missing] not filled in
    [given-twice] given twice
    [bad-date] there is no such date
    [negative] the sum is below zero
    [too-precise] more than two decimals
    [too-big] the sum is too large
   *[not-a-sum] this is no sum
} ({ $found }).
statement-refused-account = this is a statement of somebody else’s account ({ $accounts }). The company’s accounts stand in its file.
statement-refused-currency = the account is in another currency ({ $accounts }): only roubles and hryvnias are taken.
statement-document = document { $ordinal }, { $title }{ $number ->
    [none] {""}
   *[other] {" "}No. { $number }
}
sheet-preview-deals = New deals { $added }, to be changed { $changed }, unchanged { $same }
sheet-preview-payments = A sheet of payments{ $known ->
    [0] {""}
   *[other] , { $known } known already
}
sheet-preview-sums = Payments { $count } of { $sum }
sheet-ask-notify = Tell the managers about these payments?
sheet-nothing-new = There is nothing new in the sheet: all of it is loaded already.
sheet-outdated = The data changed while you were looking. Reading the file again…
sheet-taking = ⏳ Loading…
sheet-left = The data changed while it was being loaded: rows not loaded { $count }. Send the file again and only those are taken.
sheet-more = …and { $count } more
sheet-field = { $field ->
    [externalId] code
    [name] name
    [orderNumber] order number
    [invoiceNumber] invoice number
    [stage] stage
    [customer] customer
    [customerInn] tax number
    [manager] manager
    [currency] currency
    [dueOn] due date
   *[total] sum
} { $from } → { $to }
sheet-taken = ✅ Loaded. New deals { $added }, changed { $changed }{ $payments ->
    [0] {""}
   *[other] , payments { $payments } of { $sum }
}.
statement-skipped = Said to be not ours before: { $count }
button-import-unskip = Ask about «not ours» again
button-line-unskip = It is ours after all
statement-unskipped = { $count ->
    [one] I will ask about { $count } more line.
   *[other] I will ask about { $count } more lines.
}
