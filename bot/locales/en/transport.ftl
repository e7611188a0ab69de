# What the program says of itself: to administrators, and in place of old cards
transport-update-put-aside = ⚠️ Message { $number } could not be handled and was put aside. See the program’s log.
transport-out-of-reach =
    ⚠️ { $why ->
        [stopped] The bot is stopped
       *[other] The bot was never started
    }: { $name }. No card gets there.
    Waiting for this person’s decision: { $count }. { $numbers }
    Have the bot opened and “Start” pressed, or give the post to somebody else.
transport-message-dead = ⚠️ Message { $number } was not delivered: Telegram refuses it. See the program’s log.
transport-card-dead = ⚠️ The card of No. { $number } could not be shown. See the program’s log.
transport-paper-dead = ⚠️ Document { $number } could not be printed; it is being tried again. See the program’s log.
transport-gap = ⚠️ The program was down for { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}. Telegram keeps messages for a day: ask people to repeat what was left without an answer.
transport-card-moved = The card was updated: the current one is below in this chat.
transport-open-anew = This button is too old. Open the request anew: /inbox
transport-not-taken = It can’t be written down right now. Your answer isn’t lost: it is tried again.
transport-vacancy = ⚠️ Nobody holds the post: { $post }. Place: { $place }. There is nobody to approve its requests.
transport-letter-dead = ⚠️ The letter to the supplier (No. { $number }) could not be written and was given up. See the program’s log.
transport-mail-shut-out =
    ⚠️ { $why ->
        [password] The mail server does not accept our name and password: check SMTP_URL.
        [sender] The mail server does not accept letters from our address: check MAIL_FROM.
       *[encryption] No encrypted connection with the mail server can be made: check SMTP_URL, the server’s certificate and the clock.
    }
    Letters to suppliers wait, nothing is lost. The next try is in an hour or at the next start of the program.
