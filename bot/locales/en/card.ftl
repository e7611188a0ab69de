# A request's card. Names stand only after a colon, a comma or in brackets.
card-number = No. { $number }
card-case = No. { $number } ({ $what })
card-copy-of = copy of No. { $number }
card-various-reasons = various reasons
card-lines = { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
card-unpriced-lines = no price: { $count ->
    [one] { $count } line
   *[other] { $count } lines
}
card-more-lines = …{ $count ->
    [one] { $count } more line
   *[other] { $count } more lines
}: “Details”
card-no-price = no price
card-outside-catalogue = not in the catalogue
card-reason = Reason: { $value }
card-supplier = Supplier: { $value }
card-late-photos = 📷 Photos sent later: { $count }
card-twins = ⚠️ This store already has an open request for these goods: { $numbers }
card-changed = Changed: { $changes }
change-quantity = quantity { $from } → { $to }
change-goods = goods { $from } → { $to }
change-price = price { $from } → { $to }
change-reason = reason { $from } → { $to }
change-line = line { $line }:{" "}
change-added = added: { $name }
change-removed = removed: { $name }
change-photos = photos { $counts }
card-visa-waiting = { $visa }: awaited since { $since }, { $people }
card-visa-asked = { $visa }: waits for the answer since { $since }, { $people }
card-visa-nobody = { $visa }: nobody can sign
card-escalated = ⏰ Overdue, management added: { $people }
card-visa-not-needed = { $visa }: not needed
card-more-people = { $count } more
card-for = for: { $name }
card-question = ❓ { $process ->
    [invoice] Question to the manager
   *[other] Question to the store
} ({ $who }):
card-answer = 💬 { $process ->
    [invoice] The manager’s answer
   *[other] The store’s answer
} ({ $who }):
card-context = { $place }, last 30 days: { $process ->
    [write-off] { $count ->
        [one] { $count } write-off
       *[other] { $count } write-offs
    }
    [return] { $count ->
        [one] { $count } return
       *[other] { $count } returns
    }
   *[other] { $count ->
        [one] { $count } request
       *[other] { $count } requests
    }
}, { $sum }; network average { $average }
card-papers = 📄 { $numbers }
card-pile = { $n } of { $of }
card-round = round { $round }
card-rework = On rework
card-rework-since = On rework since { $since }: { $name }
card-held = { $says }, takes effect at { $until }
card-withdrawn = Withdrawn, { $at }
card-rejection-reason = Reason for the rejection:
question-goods = Goods
question-reason = Reason
question-photos = Photos
question-supplier = Supplier
question-comment = Comment
question-date = Date
question-choice = Choice
question-prices = Prices
button-approve = Approve the { $object }
button-approve-sum = Approve the { $object } · { $sum }
button-prices = Enter prices ({ $count })
button-reject = Reject
button-rework = Send back for rework
button-ask = { $process ->
    [invoice] Question to the manager
   *[other] Question to the store
}
button-fill = Details for the papers ({ $done } of { $of })
button-undo-approval = ↩ Undo the approval (until { $until })
button-undo-rejection = ↩ Undo the rejection (until { $until })
button-undo-rework = ↩ Undo sending back (until { $until })
button-reply = Reply
button-mend = Correct it
button-withdraw = Withdraw
button-copy = File again
button-paper = Download the act
button-paper-number = Download { $number }
button-details = Details
button-photos = Photos ({ $count })
button-history = History
button-pass-over = Skip
button-next = Next ▸
button-stop-pile = Stop here
button-open = Open No. { $number }
details-total = Total: { $sum }
details-article = article { $article }
details-barcode = barcode { $barcode }
details-round = Round { $round } · { $visa }: { $signer }, { $when } · { $outcome ->
    [approved] visa given
    [carried] visa given
    [rejected] refused
    [sent-back] back for rework
   *[other] not needed
}
details-file = Everything
