# Filing: the dialogue in which a request is filled in.

# --- buttons ---
filing-button-back = Back
filing-button-next = Next
filing-button-skip = Skip
filing-button-later = I will fill it in later
filing-button-cancel = Cancel
filing-button-done = Done
filing-button-right = Right
filing-button-right-and-done = Right, that is all
filing-button-mend-line = Another quantity
filing-button-add-outside = Add outside the catalogue
filing-button-change-lines = Change or remove
filing-button-change-quantity = Change the quantity
filing-button-change-reason = Change the reason
filing-button-remove = Remove
filing-button-different-reasons = Different reasons
filing-button-one-reason = One reason for all
filing-button-drop-last-photo = Drop the last one
filing-button-drop-photos = Drop all
filing-button-new-supplier = New supplier
filing-button-split = { $count ->
    [2] Split into two requests
    [one] Split into { $count } request
   *[other] Split into { $count } requests
}
filing-button-together = As one request
filing-button-day = { $day ->
    [today] Today
   *[yesterday] Yesterday
}
filing-button-submit = Send for approval
filing-button-change = Change
filing-button-change-place = Store
filing-button-resume = Go on with the draft
filing-button-start-over = Start over
filing-button-keep-draft = Keep the draft
filing-button-delete-draft = Delete the draft
filing-button-attach = Add to No. { $number }
filing-button-not-needed = Not needed

# --- what people type instead of pressing a button, apart by semicolons ---
filing-typed-yes = yes; y; yep; ok; okay; correct; +; 👍; ✅
filing-typed-done = that is all; that’s all; all; no; no more; ok; okay; +; 👍; ✅
filing-typed-no = no; none; nothing; not needed; -; —
filing-typed-send = send; submit

# --- questions ---
filing-progress = { $at } of { $of }
filing-what = What are we filing?
filing-late-or-new = Add to { $numbers }? Or is it a new request: what are we filing?
filing-ask-place = Which store?
filing-ask-goods =
    Which goods? Type a part of the name, the article or the last digits of the barcode.
    Or a whole line: “1002 42 2 pairs”. Or send an XLSX or CSV table.
filing-ask-more-goods = More goods? Type them. All there? Press “Done”.
filing-ask-model = Found for “{ $text }”. Which model?
filing-ask-model-many = “{ $text }” finds a lot. Pick a model or be more exact.
filing-ask-size =
    { $model }
    Which size?
filing-ask-quantity = How many?
filing-ask-quantity-outside = How many? For example: 2 pcs or 1.5 kg.
filing-ask-right = Is that right?
filing-ask-outside = “{ $name }” is not in the catalogue. Type it another way, or add it outside the catalogue: the merchandiser will set the price.
filing-ask-line = Which line? Pick it or type its number: 1–{ $count }.
filing-ask-change-line = What shall we do with it?
filing-reading = Reading the table…
filing-ask-reason = Why? One reason for the whole request.
filing-ask-line-reason =
    { $at } of { $of }: { $line }
    Which reason?
filing-ask-photos = Send photos: one by one, as an album or as files, up to { $max }.
filing-ask-photos-because = Send photos, up to { $max }. This reason needs them: { $reasons }.
filing-ask-photos-optional = If there are photos, send them, up to { $max }. If not, “Skip”.
filing-ask-more-photos = Photos taken: { $count }. More, or “Done”?
filing-ask-supplier = Which supplier? Pick one, or type a part of the name or the tax number.
filing-ask-supplier-own = The supplier of these goods: { $supplier }. Right? You can pick another one.
filing-ask-supplier-found = Which of them?
filing-ask-split = { $count ->
    [2] Goods of two suppliers: { $suppliers }. Split into two requests?
    [one] Goods of { $count } supplier: { $suppliers }. Split into { $count } request?
   *[other] Goods of { $count } suppliers: { $suppliers }. Split into { $count } requests?
}
filing-ask-supplier-name = What is the supplier called? For example: Daisy Ltd.
filing-ask-supplier-number = { $country ->
    [UA] { $name }: which EDRPOU number? If you do not know it, “Skip”.
   *[RU] { $name }: which INN? If you do not know it, “Skip”.
}
filing-ask-text = Type the answer.
filing-ask-text-because = What happened? This reason needs a comment: { $reasons }.
filing-ask-text-optional = Anything to add? Type it, or “Skip”.
filing-ask-date = Which date? For example: 14.03.2026.
filing-ask-date-optional = Which date? For example: 14.03.2026. If you do not know it, “Skip”.
filing-ask-choice = Pick an answer.
filing-given = Now: “{ $text }”
filing-ask-change = What shall we change?
filing-ask-checking = I am checking the photos and will send it right after. No need to wait here.
filing-ask-resume = There is a draft “{ $process }”: { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
}, { $photos ->
    [one] { $photos } photo
   *[other] { $photos } photos
}. Go on with the draft?
filing-ask-cancel = Keep the draft or delete it?
filing-hint-goods = Name, article or barcode
filing-hint-quantity = Quantity
filing-hint-supplier = Name or tax number
filing-hint-photos = Send photos

# --- lines ---
filing-outside-mark = outside the catalogue
filing-unpriced-mark = no price
filing-more-lines = { $count ->
    [one] … and { $count } more line
   *[other] … and { $count } more lines
}
filing-total = { $count ->
    [one] Total: { $sum }, { $count } line
   *[other] Total: { $sum }, { $count } lines
}
filing-total-unpriced = { $count ->
    [one] (no price: { $count } line)
   *[other] (no price: { $count } lines)
}
filing-table-lines = { $count ->
    [one] { $count } line in the table:
   *[other] { $count } lines in the table:
}

# --- preview ---
filing-preview = { $process }: look it over and send
filing-preview-rework = { $process }, No. { $number }: mend it and send it again
filing-preview-place = From: { $place }
filing-preview-parts = { $count ->
    [one] It will be { $count } request:
   *[other] It will be { $count } requests:
}
filing-preview-photos = { $count }
filing-videos = videos: { $count }
filing-preview-pending = still checking: { $count }
filing-preview-missing = not given
filing-preview-signers = Who approves: { $signers }
filing-preview-twins = { $count ->
    [one] This store has an open request with the same goods: { $numbers }
   *[other] This store has open requests with the same goods: { $numbers }
}

# --- photos ---
filing-counted = { $state ->
    [asked] Photos taken: { $count }. More, or “Done”
    [waiting] Photos taken: { $count }. All checked
   *[meanwhile] Photos taken: { $count }. They go with the request
}
filing-counted-videos = Videos: { $count }. An extra, not in place of a photo
filing-counted-pending = Checking: { $count }
filing-counted-over = No more than { $max } photos are needed, left out: { $count }
filing-checking = Checking photos: { $done } of { $of }…
filing-photos-refused = Not taken: { $count } ({ $why })
filing-why = { $why ->
    [too-big] the file is larger than 20 MB
    [not-an-image] it is not a photo
    [damaged] the file is damaged, take it again
    [too-many-pixels] the picture is too large
    [animated] it is an animation, a plain photo is needed
    [gone] the file did not arrive, send it again
    [empty] the file is empty
   *[other] the file does not fit, send another one
}
filing-photos-dropped = { $count ->
    [0] There is nothing to drop.
   *[other] Dropped: { $count }.
}
filing-photo-needed = It can not be sent without a photo: send at least one.
filing-photo-needed-because = This reason needs a photo: { $reasons }. Send at least one.
filing-photo-for-nothing = The photo is here, but you can not file requests yet. Please ask an administrator.
filing-photos-left = All right, the photos were not added anywhere.
filing-attached = Added to No. { $number }, photos: { $count }.
filing-attached-not = The rest is left out (repeated, or more than 10 photos): { $count }

# --- what was done, what went wrong ---
filing-choose-one = I did not get that. Please pick a button.
filing-wrong-kind = { $what ->
    [sticker] A nice sticker, but the question needs an answer.
    [voice] I do not listen to voice messages: please type.
    [location] No place is needed: please answer the question.
    [contact] No contact is needed: please answer the question.
    [animation] An animation will not do: send a plain photo, or answer.
    [poll] No poll is needed: please answer the question.
   *[other] Such a message will not do here: please answer the question.
}
filing-file-too-big = The file is too large: { $size } MB, up to { $max } MB will do. Everything else is kept.
filing-unknown-file = Such a file will not do. Send a photo, or an XLSX or CSV table.
filing-heic = This picture format can not be read. Send it as a photo, not as a file.
filing-empty = The answer is empty. Please type it again.
filing-too-long = Too long: { $length } characters, up to { $max } will do. Please shorten it.
filing-added = ✓ { $line }
filing-added-lines = { $count ->
    [one] ✓ { $count } line added.
   *[other] ✓ { $count } lines added.
}
filing-added-to = ✓ It was there already. Now { $name }: { $quantity }.
filing-not-added = Not added: { $line }
filing-changed = ✓ Changed: { $line }
filing-removed = ✓ Removed: { $name }
filing-bad-quantity = { $why ->
    [not-a-number] I did not get the quantity. Type a number, for example: 2.
    [negative] A quantity is never negative. Type, for example: 2.
    [zero] Zero will not do. How many are to go?
    [too-big] Too many: up to 1,000,000 will do. Please check the number.
    [too-precise] Too exact: no more than three decimals.
    [no-fractions] These are counted whole ({ $unit }). Type a whole number.
    [other-unit] These are counted in another unit ({ $unit }). How many?
   *[empty] Type the quantity, for example: 2.
}
filing-no-goods = There are no lines yet. Type which goods.
filing-no-such-line = There is no such line. Pick one from the list.
filing-too-many-lines = Too many lines: up to { $max } will do.
filing-not-understood = Not understood: { $pieces }. Type them one a line: goods, size, quantity.
filing-product-gone = These goods are no longer in the catalogue. Please look for others.
filing-not-sold-here = This store does not sell these, taken out: { $names }
filing-table-problems = The table does not fit, nothing was taken from it:
filing-table-unreadable = The table could not be read: { $why }
filing-table-for-nothing = A table of goods can be sent once a request is begun: pick below what we are filing.
filing-no-table-here = No table is needed here: please answer the question.
filing-still-reading = Still reading the table, it will not take long.
filing-answer-needed = This answer is needed.
filing-answer-needed-because = This reason needs a comment: { $reasons }.
filing-bad-date = I did not get the date. Type, for example: 14.03.2026.
filing-bad-number = { $country ->
    [UA] There is a mistake in this number: EDRPOU has 8 digits, RNOKPP 10, and the check digit does not fit. Please check it.
   *[RU] There is a mistake in this INN: it has 10 or 12 digits, and the check digit does not fit. Please check it.
}
filing-supplier-known = ✓ This supplier is known already: { $supplier }
filing-supplier-added = ✓ Supplier added: { $supplier }
filing-no-such-supplier = No supplier “{ $text }” was found. Type it another way or add a new one.
filing-missing = Not sent, not filled in: { $questions }. Answer, and it can be sent.
filing-prices-changed = The catalogue has changed: check the sums and send it again.

# --- beginning and end ---
filing-not-a-filer = You can not file requests yet. Please ask an administrator.
filing-nobody-yet = You can fill it in now: the draft will be kept.
filing-nobody-for-administrators = { $kind ->
    [invoice] Nobody can approve an invoice: { $process }, { $place }. The post is held by nobody, or its holder may not sign: { $post }. Filled in by: { $filer }.
   *[other] Nobody can approve a request: { $process }, { $place }. The post is held by nobody, or its holder may not sign: { $post }. Filled in by: { $filer }.
}
filing-sent = { $process ->
    [invoice] Invoice { $numbers } is sent for approval.
   *[other] { $count ->
        [one] Request { $numbers } is sent for approval.
       *[other] Requests { $numbers } are sent for approval.
    }
}
filing-sent-again = { $process ->
    [invoice] Invoice { $numbers } is sent again.
   *[other] { $count ->
        [one] Request { $numbers } is sent again.
       *[other] Requests { $numbers } are sent again.
    }
}
filing-sent-already = { $process ->
    [invoice] Invoice { $numbers } has been sent already.
   *[other] { $count ->
        [one] Request { $numbers } has been sent already.
       *[other] Requests { $numbers } have been sent already.
    }
}
filing-draft-kept = The draft “{ $process }” is kept.
filing-draft-deleted = The draft “{ $process }” is deleted.
filing-draft-first = Please settle this draft first: send it or delete it.
filing-rework-reason = Back for rework: “{ $text }”
