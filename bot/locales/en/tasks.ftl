# An invoice at work: who has it, what is paid, which documents are attached. Names only after a colon, a comma or in brackets.
card-pay-by = pay by { $date }
card-visa-taken = { $visa }: taken by: { $name }, { $at }
card-paid = Paid in full: { $paid }
card-paid-part = Paid { $paid }, left { $left }
card-consulted = 🗣 Question to a colleague ({ $who }):
card-advice = 💬 A colleague’s answer ({ $who }):
payment-order = order No. { $order }
button-take = Take it
button-take-over = Take it over
button-release = Give back
button-pay = Paid · { $sum }
button-unpay = Take back the payment of { $sum }
button-documents = Attach closing documents
button-files = { $process ->
    [invoice] Invoice file
   *[other] File
}{ $count ->
    [1] {""}
   *[many] {" "}({ $count })
}
button-given-files = { $process ->
    [invoice] Closing documents
   *[other] Attached documents
}{ $count ->
    [1] {""}
   *[many] {" "}({ $count })
}
button-pay-sure = { $day ->
    [today] Paid today · { $sum }
   *[other] Paid on { $date } · { $sum }
}
button-pay-part = A part
button-pay-date = Another day
ask-pay = Payment of { $case }. Left to pay: { $left }.
ask-pay-order = The number of the payment order, if you want it kept, as a reply to this message.
ask-pay-other = { $asks ->
    [sum] Which part of { $case } is paid? For example, 100 000 or 99 500.50.
   *[date] When was { $case } paid? For example, 12.03.2026.
}
pay-with-order = Payment order No. { $order }.
pay-changing = Payment of { $case }: being specified.
pay-not-read = { $why ->
    [zero] The sum must be above zero.
    [future] That day has not come yet. A payment is booked once it has left.
    [bad-date] That does not look like a date. For example, 12.03.2026.
   *[other] That does not look like a sum. For example, 100 000 or 99 500.50.
}
done-taken = Taken
done-released = Given back
done-paid = No. { $number } · Paid in full. Booked: { $paid }.
done-paid-part = No. { $number } · Booked: { $paid }. Left to pay: { $left }.
toast-paid = The payment is booked
done-unpaid = The payment of { $sum } was taken back
ask-documents = Closing documents for { $case }: send PDF files or photos here, up to { $max }.
documents-wrong-kind = Documents are needed here, as PDF files or photos. Changed your mind: /cancel
documents-too-big = The file is larger than 20 MB, and Telegram gives a bot no more. Split it or scan it smaller.
documents-known = This file is attached already.
documents-too-many = No more than { $max } files can be attached. Join the pages into one PDF.
documents-refused = Not attached: { $count ->
    [one] { $count } file
   *[other] { $count } files
} ({ $why })
documents-attached = No. { $number } · Attached: { $count ->
    [one] { $count } file
   *[other] { $count } files
}, { $all } in all. Any more? Send them here too.
documents-checking = { $count ->
    [one] { $count } file is
   *[other] { $count } files are
} still being checked. Wait a moment and press again. Not needed: /cancel
button-drop-document = Remove the last one
documents-dropped = No. { $number } · Removed: { $name }. Attached in all: { $all }.
documents-now = No. { $number } · Attached in all: { $all }.
done-task = No. { $number } · Done, thank you.
toast-task-done = Done
notice-taken-over = 🔁 { $case } is no longer yours, taken by: { $name }
refusal-taken = Taken by: { $name }, { $at }
refusal-not-taken = It has to be taken first.
refusal-nobody-has-it = It is in other hands already. The card is up to date now.
refusal-pays-too-much = That is more than is left to pay: { $left }.
refusal-paid-already = A part is paid already. First take the booked payments back.
refusal-no-such-payment = There is no such payment here (any more).
refusal-date-in-future = That day has not come yet. A payment is booked once it has left.
refusal-not-a-colleague = This person can’t have it: { $name }
history-task = Waits to be done ({ $visa }): { $names }
history-taken = Taken ({ $visa }): { $name }{ $over ->
    [no] {""}
   *[other] , handed over from: { $over }
}
history-released = Given back ({ $visa }){ $name ->
    [no] {""}
   *[other] : { $name }
}
history-done = Done ({ $visa }): { $name }
history-paid = Payment booked ({ $paid }): { $name }
history-unpaid = Payment taken back ({ $paid }): { $name }
history-reopened = To be paid again: { $visa }
history-delegated = Handed to a colleague ({ $visa }): { $to }, handed over from: { $name }
history-consulted = Question to a colleague: { $name } → { $to }, “{ $text }”
history-advised = A colleague’s answer: { $name } → { $to }, “{ $text }”
