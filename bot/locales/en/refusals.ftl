# Why it didn't work. A tap changes nothing and says why.
refusal-no-such-request = There is no such request.
refusal-not-a-filer = Only whoever filed it can do this.
refusal-not-yours = { $kind ->
    [task] This is another person’s task (no longer yours). The card is up to date now.
   *[visa] This visa isn’t yours (any more). The card is up to date now.
}
refusal-own-request = You filed or corrected it yourself: somebody else has to sign it.
refusal-signed-other-visa = You have given one visa here already: another person is needed.
refusal-already-yours = { $outcome ->
    [approved] You approved it already at { $at }
    [rejected] You rejected it already at { $at }
    [sent-back] You sent it back already at { $at }
    [done] You did it already at { $at }
   *[other] You answered already at { $at }
}
refusal-already-decided = { $outcome ->
    [approved] Approved already: { $name }, { $at }
    [rejected] Rejected already: { $name }, { $at }
    [sent-back] Sent back already: { $name }, { $at }
    [done] Done already: { $name }, { $at }
   *[other] Decided already: { $name }, { $at }
}
refusal-already-closed = This visa is no longer needed, { $at }
refusal-ended = { $stage }: decided { $at }. It can’t be changed any more.
refusal-withdrawn = Withdrawn, { $at }
refusal-in-rework = It is on rework now: wait until it is sent again.
refusal-not-in-rework = It isn’t on rework now.
refusal-outdated = Something has changed here since. The card is up to date now, please look again.
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
refusal-question-open = The question is asked already, there is no answer yet.
refusal-no-question = This question is answered already.
refusal-too-late-to-withdraw = It is decided already: it can’t be withdrawn.
refusal-too-late-to-undo = The time to undo is over: the decision has taken effect.
refusal-too-many-photos = At most { $max } photos can be attached.
refusal-rework-not-offered = It can’t be sent back for rework from here.
