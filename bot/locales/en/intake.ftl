# The way in: chats where the bot doesn't work, and messages that could not be handled.
intake-private-only = I work in private chats only: open me and press “Start”.
intake-failed = Your message could not be handled. We know about it already (number { $number }). Please try again a little later.
