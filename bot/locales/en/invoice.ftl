# Supplier invoices: the questions of their form, and what is said of files, sums, accounts and dates.

# --- buttons ---
filing-button-ahead = { $date } (+{ $days })
filing-button-rate = { $percent }%
filing-button-no-vat = Without VAT
filing-button-as-on-paper = The invoice says so
filing-button-any-person = Either of them

# --- names of questions ---
question-files = File
question-sum = Sum
question-person = Who signs
question-account = Bank account

# --- questions ---
filing-ask-files = Send a PDF or photos of the pages, up to { $max }. Then “Done”.
filing-ask-files-optional = Send a PDF or photos of the pages, up to { $max }. None: “Skip”.
filing-ask-more-files = Taken: { $files }. Send more pages, or “Done”.
filing-ask-text-like = Type it, for example: { $example }
filing-ask-text-like-optional = If there is one, type it, for example: { $example }. None: “Skip”.
filing-ask-sum = How much is to be paid, VAT included? For example: 244000.00.
filing-ask-rate = To be paid: { $sum }. What VAT does it contain?
filing-ask-vat = VAT { $percent }%: { $vat }. Does the invoice say so? If its VAT is another, type it.
filing-ask-vat-differs = VAT at { $percent }% would be { $inside }, you typed { $vat }. Does the invoice say so? If not, type its VAT again.
filing-ask-person = Who signs? “Either of them”: all are asked at once, the first to answer decides.
filing-ask-account = { $country ->
    [UA] Which account is to be paid to? Type its IBAN.
   *[RU] Which account is to be paid to? Type the account (20 digits) and the bank’s BIC.
}
filing-ask-account-optional = { $country ->
    [UA] Which account is to be paid to? Type its IBAN, or “Skip”.
   *[RU] Which account is to be paid to? Type the account (20 digits) and the bank’s BIC, or “Skip”.
}
filing-ask-account-bank = Account { $account }. Which BIC has the bank? 9 digits.
filing-given-day = Now: { $day }
filing-ask-resume-files = { $files ->
    [one] There is a draft “{ $process }” with { $files } file. Go on with it?
   *[other] There is a draft “{ $process }” with { $files } files. Go on with it?
}
filing-hint-files = Send a PDF or photos
filing-hint-sum = Sum with VAT

# --- the counter of files ---
filing-files-counted = { $state ->
    [asked] Taken: { $files }. More, or “Done”
    [waiting] Taken: { $files }. All checked
   *[meanwhile] Taken: { $files }
}
filing-files-none = No files yet
filing-files-over = No more than { $max } files are needed, not taken: { $count }
filing-files-checking = The files are being checked, then it is sent. No need to wait here.
filing-files-pending = Being checked: { $count }

# --- answers in words ---
answer-photos = photos: { $count }
answer-sum-vat = { $sum }, VAT { $percent }% included: { $vat }
answer-sum-no-vat = { $sum }, without VAT
answer-any-person = either of them
answer-account = { $account }, BIC { $bank }

# --- what went wrong ---
filing-not-a-paper = This file won’t do. A PDF or photos of the pages are wanted.
filing-paper-too-big = The file has { $size } MB, no more than { $max } MB can be received. Split it, scan it with lower quality, or send photos of the pages. Everything else is kept.
filing-paper-needed = It can’t go without a file: send a PDF or photos of the pages.
filing-paper-refused = Not taken: { $name } — { $why }
filing-paper-unnamed = photo
filing-paper-why = { $why ->
    [password] the file has a password. Send it without one, or photos of the pages.
    [damaged-pdf] the PDF can’t be opened. Save it anew, or send photos of the pages.
    [not-a-paper] this is neither a PDF nor a photo. Send a PDF or photos of the pages.
    [empty] the file is empty, it has 0 bytes. Send it again.
    [too-big] the file is larger than 20 MB. Split it, scan it with lower quality, or send photos of the pages.
    [gone] the file didn’t load. Send it again.
    [not-an-image] this is no photo. Send a PDF or photos of the pages.
    [damaged] the picture is damaged. Take it again.
    [too-many-pixels] the picture is too large. Send a smaller one.
    [animated] this is an animation. Send a PDF or an ordinary photo.
   *[other] the file won’t do. Send a PDF or photos of the pages.
}
filing-bad-sum = { $why ->
    [negative] A sum can’t be negative. Type, for example: 244000.00.
    [too-precise] Too precise: no more than two digits after the point.
    [too-big] This sum is too large. Check the number.
    [zero] Zero won’t do. How much is to be paid?
    [other-currency] Another currency is paid in here. Type the sum without its sign if it is right.
    [empty] Type the sum, for example: 244000.00.
   *[not-a-sum] This is no sum. Type, for example: 244000.00.
}
filing-bad-rate = On the invoice’s date ({ $date }) there is no such VAT rate. Choose one.
filing-vat-above-sum = VAT can’t be more than the sum itself. Type the sum of VAT.
filing-bad-account = { $why ->
    [check] Account and BIC don’t fit: the check digit is another. Check them and type both again.
    [iban] There is a mistake in this IBAN: its check digits don’t fit. Check it and type it again.
    [bank] This is no BIC: it has 9 digits. Type it again.
   *[form] { $country ->
        [UA] This is no account. An IBAN has 29 characters: UA and 27 digits.
       *[RU] This is no account. It has 20 digits, a BIC has 9. For example: 40702810900000000101, 049601777.
    }
}
filing-date-ahead = Too late: { $latest } is the last possible day.
filing-date-early = Too early: { $question } is { $earliest }, no day before it will do.
