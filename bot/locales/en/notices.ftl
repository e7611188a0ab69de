# Messages besides the card: outcomes, questions, reminders, the morning.
notice-rejected-by = Rejected: { $name }
notice-todo = 👉 { $todo }
notice-sent-back = ✏️ Request { $case } is back for rework: { $name }
notice-question = ❓ A question about request { $case }: { $name }
notice-answer = 💬 The store’s answer about request { $case }: { $name }
notice-late-photos = 📷 Photos added to request { $case }: { $count }
notice-nobody-to-sign = ⚠️ Request { $case } is stuck: nobody can sign ({ $visa }). The administrators have to appoint somebody.
notice-stuck = ⚠️ Request { $case } is stuck: nobody answered in time ({ $visa }), and there is nobody above.
notice-not-yours = Request No. { $number } no longer concerns you.
button-photos-new = See the photos
reminder-title = ⏰ Awaiting your visa: { $count ->
    [one] { $count } request
   *[other] { $count } requests
}
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
inbox-which-place = Whose requests shall be shown?
inbox-which-kind = Which requests shall be shown?
button-begin = Begin
button-first-page = ⏮ First page
button-next-page = Next ▸
pile-empty = Nothing awaits your visa.
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
