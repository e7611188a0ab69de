# Decisions, questions, answers: prompts and what came of them.
ask-rejection = Reason for rejecting { $case }?
ask-rework = What is to be corrected in { $case }?
ask-pick-or-type = Pick one or type your own words.
ask-own-words = Type it as a reply to this message. Changed your mind: /cancel
ask-question = Your question to the store about { $case }? Type it as a reply to this message. Changed your mind: /cancel
ask-reply = Your answer to the question about { $case }? Type it as a reply to this message.
ask-price = Price per unit in { $case }? For example, 1,250 or 99.90.
ask-fill = { $case }. { $question }: { $kind ->
    [date] for example, 14.03.2026.
    [choice] pick one from the list.
   *[other] type it as on the paper.
}
ask-withdraw = Withdraw { $case }? It can no longer be signed then, but it can be filed again.
button-own-words = In my own words
button-cancel = Cancel
button-skip = Skip
button-withdraw-sure = Yes, withdraw
button-keep = No, keep it
answer-empty = Words are needed here.
answer-too-long = Too long: { $length } characters, { $max } fit. Please shorten it.
answer-text-needed = Words are needed here: please type your answer. Changed your mind: /cancel
answer-no-price = That doesn’t look like a price. Type a number above zero: for example, 1250 or 99.90.
answer-no-good = { $kind ->
    [date] That doesn’t look like a date. Type, for example, 14.03.2026.
    [choice] There is no such option: pick one from the list.
   *[other] That didn’t work: a text of at most { $max } characters is needed.
}
fill-skipped = skipped
done-approved = Approved
done-approved-held = Approved. You can undo it until { $until }
done-rejected = No. { $number } · Rejected: { $reason }
done-sent-back = No. { $number } · Sent back for rework: { $reason }
done-until = You can undo it on the card until { $until }.
toast-rejected = Rejected
toast-sent-back = Sent back for rework
done-undone = The decision was taken back
done-asked = No. { $number } · The question is on its way to the store. Your term stands still until they answer.
done-replied = No. { $number } · The answer is on its way.
done-withdrawn = No. { $number } · Withdrawn. It can be filed again.
done-kept = No. { $number } · It stays under review.
prompt-closed = No. { $number } · This question is closed.
prompt-cancelled = No. { $number } · Cancelled, nothing has changed.
prompt-cancelled-apart = Cancelled, nothing has changed.
prompt-over = This question is closed already. Open the request again to answer.
reply-to-card = Nothing is decided by words here: press a button on the card.
prompt-again = Is this { $kind ->
    [reason] the reason for { $case }
    [question] the question to the store about { $case }
    [reply] the answer to the question about { $case }
   *[other] meant for { $case }
}? Then type it once more, as a reply to this message. If not: /cancel
press-unknown = This button is out of date. Open the request again: “Awaiting me” or /open and its number.
paper-pending = The paper is still being printed, please try again in a minute.
photos-none = There are no photos with this request
cancel-nothing = There is nothing to cancel.
