# History of a request: names after a colon.
history-title = History of No. { $number }
history-earlier = …and { $count ->
    [one] { $count } entry
   *[other] { $count } entries
} before: they are in the file
history-filed = Filed: { $name }{ $lines ->
    [0] {""}
    [one] , { $lines } line
   *[other] , { $lines } lines
}{ $copy ->
    [no] {""}
   *[other] , copy of No. { $copy }
}
history-stage = Stage: { $stage }
history-opened = Visa asked for ({ $visa }): { $names }
history-carried = The visa of the last round still holds ({ $visa }): { $name }
history-filled = Filled in ({ $questions }): { $name }
history-approved = Approved ({ $visa }): { $name }
history-rejected = Rejected ({ $visa }): { $name }, “{ $reason }”
history-closed = Visa no longer needed: { $visa }
history-asked = { $process ->
    [invoice] Question to the manager
   *[other] Question to the store
}: { $name }, “{ $text }”
history-answered = Answer: { $name }, “{ $text }”
history-reminded = Reminder sent: { $names }
history-escalated = Overdue, the head was added ({ $visa }): { $name }
history-top = Overdue, there is nobody above ({ $visa }): administrators were told
history-reassigned = The visa can now be given by ({ $visa }): { $names }
history-vacant = Nobody can give the visa ({ $visa }): administrators were told
history-sent-back = Sent back for rework: { $name }, “{ $reason }”
history-resubmitted = Sent again: { $name }, changed: { $changed }
history-attached = Photos added ({ $count }): { $name }
history-attached-saying = Photos added ({ $count }): { $name }, “{ $text }”
history-held = { $says }, takes effect { $until }
history-undone = Decision taken back: { $name }
history-withdrawn = Withdrawn: { $name }
history-paper = Paper issued: { $number }
history-ended = Outcome: { $stage }
history-rows = Entries of the log with their hashes:
history-file = History
button-history-file = As a file
