# Why it didn't work. A tap changes nothing and says why.
refusal-no-such-request = There is no such request.
refusal-not-a-filer = Only the store that filed the request can do this.
refusal-not-yours = This visa isn’t yours (any more). The card is up to date now.
refusal-own-request = You filed or corrected this request: somebody else has to sign it.
refusal-signed-other-visa = You have given one visa of this request already: another person is needed here.
refusal-already-yours = { $outcome ->
    [approved] You approved it already at { $at }
    [rejected] You rejected it already at { $at }
    [sent-back] You sent it back already at { $at }
   *[other] You answered already at { $at }
}
refusal-already-decided = { $outcome ->
    [approved] Approved already: { $name }, { $at }
    [rejected] Rejected already: { $name }, { $at }
    [sent-back] Sent back already: { $name }, { $at }
   *[other] Decided already: { $name }, { $at }
}
refusal-already-closed = This visa is no longer needed, { $at }
refusal-ended = { $stage }: decided { $at }. It can’t be changed any more.
refusal-withdrawn = The request was withdrawn, { $at }
refusal-in-rework = The request is on rework: wait until the store sends it again.
refusal-not-in-rework = The request isn’t on rework.
refusal-outdated = The request has changed since. The card is up to date now, please look again.
refusal-reason-required = A reason is needed.
refusal-unpriced-mine = Enter the prices first. Without a price: { $count ->
    [one] { $count } line.
   *[other] { $count } lines.
}
refusal-unpriced = The prices aren’t entered yet. Without a price: { $count ->
    [one] { $count } line.
   *[other] { $count } lines.
}
refusal-not-filled = Not filled in: { $questions }
refusal-nobody-to-sign = Nobody can sign: { $post }. The administrators have to appoint somebody.
refusal-nothing-changed = Nothing was changed: correct what was asked for.
refusal-question-open = The store was asked already and hasn’t answered yet.
refusal-no-question = This question is answered already.
refusal-too-late-to-withdraw = It is decided already: it can’t be withdrawn.
refusal-too-late-to-undo = The time to undo is over: the decision has taken effect.
refusal-too-many-photos = A request takes at most { $max } photos.
refusal-rework-not-offered = This request can’t be sent back for rework.
