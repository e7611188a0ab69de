# Messages besides the card: outcomes, questions, reminders, the morning.
notice-rejected-by = Rejected: { $name }
notice-todo = 👉 { $todo }
notice-sent-back = ✏️ Back for rework: { $case }, the comment is by: { $name }
notice-question = ❓ A question about { $case }: { $name }
notice-answer = 💬 { $process ->
    [invoice] The manager’s answer
   *[other] The store’s answer
} about { $case }: { $name }
notice-late-photos = 📷 Photos added ({ $count }): { $case }
notice-nobody-to-sign = ⚠️ Stuck: { $case }. Nobody can sign ({ $visa }). The administrators have to appoint somebody.
notice-stuck = ⚠️ Stuck: { $case }. Nobody answered in time ({ $visa }), and there is nobody above.
notice-not-yours = No. { $number } no longer concerns you.
button-photos-new = See the photos
reminder-title = ⏰ Awaiting you: { $count }
reminder-more = …and { $count } more
inbox-waiting = Awaiting you: { $count }, { $sum } in all{ $overdue ->
    [0] {""}
   *[other] , { $overdue } overdue
}
inbox-since = since { $since }
inbox-nothing-fits = Nothing fits this choice.
inbox-all-places = All places
inbox-all-kinds = All kinds
inbox-only-overdue = ⏰ Overdue
inbox-overdue-too = Any term
inbox-which-place = Which place shall be shown?
inbox-which-kind = What shall be shown?
button-begin = Begin
button-first-page = ⏮ First page
button-next-page = Next ▸
pile-empty = Nothing awaits you.
pile-done = All done: { $of } of { $of }.
pile-stopped = Stopped here. The rest waits under “Awaiting me”.
pile-moved-on = You are at another card already
list-open = under review
list-closed = closed
list-show-closed = Closed
list-show-open = Under review
list-empty-my = Nothing here yet.
list-empty-store = The store has nothing here yet.
list-status = { $status ->
    [rework] on rework
    [held] decided, can be undone
    [withdrawn] withdrawn
   *[other] under review
}
