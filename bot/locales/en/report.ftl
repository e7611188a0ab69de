# A manager's sales over a period: /report.
report-ask-period = Which period is the report for? Reply to this message, for example: “March”, “Q1” or “01.03.2026–31.03.2026”. Changed your mind: /cancel
report-period-refused = { $why ->
    [no-such-date] There is no such date: { $date }. Write the period again, for example “01.03.2026–31.03.2026”.
    [wrong-order] The period ends before it begins. Write it again, for example “01.03.2026–31.03.2026”.
    [not-begun] This period has not begun yet. Write another one, for example “March” or “01.03.2026–31.03.2026”.
   *[other] This period is not understood. Write, for example: “March”, “March 2026”, “Q1” or “01.03.2026–31.03.2026”.
}
