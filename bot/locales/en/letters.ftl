# Letters to suppliers: the promise to pay, the address, where a letter stands.
letter-promise = { $state ->
    [goes] The supplier will get a letter: we pay by { $date } (at { $at })
    [no-address] The supplier has no e-mail address: the letter “we pay by { $date }” won’t leave until there is one.
   *[mail-off] The letter to the supplier (“we pay by { $date }”) will wait: the program has no mail server.
}
    { $case }{ $address }
letter-told-before = The supplier has been told, the letter left: { $at }. There will be no second one.
    { $case }
button-letter-right = Right
button-letter-date = Another date
button-letter-without = No letter
button-letter-address = { $has ->
    [no] Give an address
   *[yes] Another address
}
button-letter-again = { $why ->
    [again] Send again
   *[wanted] Send the letter
}
button-letter-file = { $kind ->
    [handed-over] Letter to the supplier
    [paid] Letter about the payment
   *[closing-documents] Reminder of the papers
}
letter-ask-date = By which day do we pay? Choose or type it, for example 18.03.2026. The letter waits for your answer.
    { $case }
letter-date-wrong = { $why ->
    [past] That day is over. Type today or a later day, for example 18.03.2026.
    [far] That day is more than a year away. Please check the year.
   *[none] That does not look like a date. Type, for example, 18.03.2026.
}
letter-done-date = We pay by { $date }
letter-date-changed = The date in the letter was changed.
    { $case }
letter-ask-address = To which e-mail address should the letter to the supplier go? Type one address, for example sales@firm.com.
    { $case }
letter-bad-address = { $why ->
    [no-address] An e-mail address is needed here.
    [hidden-signs] The address holds signs that can’t be seen. Please type it anew.
    [several] One address is needed, without commas or semicolons.
    [with-name] Only the address is needed, without a name or brackets.
    [too-long] The address is too long.
    [not-latin] Latin letters are needed before the @.
    [mixed-letters] Latin and Cyrillic letters are mixed in one word. Please type the address anew.
   *[not-an-address] That does not look like an e-mail address. Type, for example, sales@firm.com.
}
letter-done-address = The letter to the supplier will go to { $address }
letter-address-hint = That looks like a slip: perhaps { $hint }? If so, press “Another address” on the card: the letter has not left yet.
letter-done-without = No letter: the supplier will get nothing.
    { $case }
letter-toast-again = Sending
letter-too-late = { $left ->
    [yes] The letter has left and can’t be changed.
   *[no] There is nothing to change any more: open the card anew.
}
letter-nothing-to-send = There is nothing to send any more: open the card anew.
letter-not-yours = The letter is the business of the accountant who took the invoice and of the manager who filed it.
letter-not-sent = ⚠️ The letter to the supplier did not leave: { $case }. The payment is not held up.
letter-line = ✉️ { $kind ->
    [handed-over] Letter to the supplier
    [paid] Letter about the payment
   *[closing-documents] Reminder of the papers
}: { $state ->
    [held] leaves { $at }
    [leaves] being sent
    [again] not taken{ $answer }, next try { $at }
    [sent] sent { $at } ({ $address })
    [no-address] will not leave, the supplier has no e-mail address
    [mail-off] waits, the program has no mail server
    [shut-out] waits, the mail server lets nobody in (the administrator knows)
    [failed] not sent, given up{ $answer }{ $why ->
        [bug] {", "}it could not be written
       *[other] {""}
    }
   *[refused] not sent, { $why ->
        [no-address] the supplier has no e-mail address
        [bad-address] the address is wrong: { $address }
        [too-big] the attachment is too big{ $answer }
        [line-break] a line break in a heading of the letter
       *[other] the server refused{ $answer }, { $address }
    }
}
letter-without = ✉️ { $kind ->
    [handed-over] No letter to the supplier
    [paid] No letter about the payment
   *[closing-documents] No reminder of the papers
}: { $name }
letter-file = { $kind ->
    [handed-over] Letter to the supplier
    [paid] Letter about the payment
   *[closing-documents] Reminder of the papers
} · { $case }
history-letter-sent = { $kind ->
    [handed-over] Letter to the supplier sent
    [paid] Letter about the payment sent
   *[closing-documents] Reminder of the papers sent
}: { $address }
history-letter-stopped = { $kind ->
    [handed-over] Letter to the supplier not sent
    [paid] Letter about the payment not sent
   *[closing-documents] Reminder of the papers not sent
}: { $why ->
    [no-address] the supplier has no e-mail address
    [bad-address] the address is wrong, { $address }
    [too-big] the attachment is too big{ $answer }
    [line-break] a line break in a heading of the letter
    [bug] it could not be written
   *[other] { $status ->
        [failed] given up{ $answer }
       *[refused] the server refused{ $answer }, { $address }
    }
}
history-letter-without = { $kind ->
    [handed-over] No letter to the supplier
    [paid] No letter about the payment
   *[closing-documents] No reminder of the papers
}: { $name }
