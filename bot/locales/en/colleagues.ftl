# Colleagues: asking one, handing a step on, approving several at once, replacing a person.
button-consult = Ask a colleague
button-delegate = Hand to a colleague
button-advise = Answer the colleague
button-take-back = Take it back
card-delegated = ↪ Handed to: { $name }
card-colleague-asked = 🗣 A colleague was asked: { $name } (asked by: { $by })
card-colleague-said = 💡 A colleague’s opinion: { $name }
colleague-which = { $aim ->
    [delegate] Hand { $case } to whom?
   *[consult] Ask whom about { $case }?
} Pick one or type a surname.
colleague-found = { $aim ->
    [delegate] Hand { $case } to whom?
   *[consult] Ask whom about { $case }?
} These were found; if it is none of them, type surname and first name.
colleague-none = There is nobody of that name. Type the beginning of a surname. Changed your mind: /cancel
colleague-cannot = Not this colleague: he filed it, has signed it already, or was asked already. Name another. Changed your mind: /cancel
colleague-again = Is this { $kind ->
    [consult] the question to a colleague about { $case }
    [advice] the answer to a colleague about { $case }
   *[colleague] the name of a colleague for { $case }
}? Then type it once more, as a reply to this message. If not: /cancel
colleague-chosen = No. { $number } · Question to: { $name }
ask-consult = { $case }. What do you want to ask? It will be answered by: { $name }
    Type it as a reply to this message. Changed your mind: /cancel
ask-advice = { $case }. Your answer to the colleague? Type it as a reply to this message. Changed your mind: /cancel
done-consulted = No. { $number } · The question was sent: { $name }
    The decision stays with you, the term runs on.
done-advised = No. { $number } · The answer was sent.
done-delegated = No. { $number } · Handed to: { $name }
    Until it is decided you can take it back: the button is on the card.
done-taken-back = It is yours again
colleague-asks = 🗣 Your advice is asked: { $name }
colleague-answered = 💡 A colleague’s answer about { $case }: { $name }
button-bulk = Approve alike: { $object } ({ $count })
button-bulk-sure = Approve { $count } for { $sum }
bulk-title = Approve { $object }: { $count } for { $sum }
bulk-unseen = Left out, open card and photos first: { $numbers }
bulk-warned = Left out, the card has a warning, decide there: { $numbers }
bulk-too-few = At least two can be approved at once: of each, card and all photos must have been looked at.
bulk-none = There are none alike any more.
bulk-not-seen = card or photos not opened
bulk-has-warning = the card has a warning, decide there
bulk-stale = This list is out of date. Open “Awaiting me” again.
bulk-nothing-done = Nothing was approved.
bulk-done = Approved: { $count } for { $sum }: { $numbers }
bulk-toast = Approved: { $count }{ $left ->
    [0] {""}
   *[other] . Not done: { $left }
}
home-replace = Replace a person
button-replace-sure = Yes, replace
replace-whom = Who leaves? Type the beginning of the surname. Changed your mind: /cancel
replace-by-whom = Leaves: { $name }
    Who takes over? Pick one or type the beginning of the surname. Changed your mind: /cancel
replace-found = These were found. If it is none of them, begin again: “Replace a person”.
replace-title = Leaves: { $name }
    Takes over: { $successor }
replace-posts = Posts that move: { $posts }
replace-headed = Departments headed: { $places }
replace-waiting = Waiting for a decision: { $count }, taken in work: { $taken }
replace-file = Access to the bot is closed; drafts and what was filed stay with the store. Change the company file as well: it wins, and the next one would undo this (you would be told).
replace-changed = Something has changed meanwhile. Please look again:
replace-done = Replaced: { $name } → { $successor }
replace-yours = Work was handed over to you. Leaves: { $name }
replace-stale = Not possible any more: these people have changed. Begin again.
replace-undone = ⚠️ The company file has put back: { $name }
    Had taken over: { $successor }
    If that was not meant, correct the file and replace again.
