# Start, keyboard, help, language, strangers.
home-here = What shall we do?
home-inbox = Awaiting me
home-inbox-count = Awaiting me ({ $count })
home-my = My requests
home-store = Store’s requests
home-deals = Deals
home-registry = Registry
home-language = Language
home-help = Help
start-hello = Hello, { $name }!
    This is the approval bot ({ $company }). The buttons below are always at hand.
start-other-language = To speak English: /language
help-text = <b>What you can do here</b>
    • File a request: press its name below or send a photo.
    • Decide: “Awaiting me”, then “Begin”. Cards come one at a time.
    • Find a request: /open and its number, for example /open 17 or /open СП-2026-000017.
    • Everything that you may see, with filters and search: /registry.
    • Your requests: /my. A new one: /new. Language: /language.
    • A manager’s sales report: /report.
    • Changed your mind half-way: /cancel.
    An unfinished request isn’t lost: you can come back to it even after a week.
language-which = Which language shall we speak?
language-chosen = Language: { $language }
language-done = We speak English now.
join-welcome = Welcome, { $name }!
    This is the approval bot ({ $company }). The buttons below are always at hand.
join-foreign-contact = This is somebody else’s contact. Press the button below: Telegram will send your own.
stranger-refused = Hello! This bot works only with people of the company.
    If you are one of them, send your contact with the button below or give your Telegram number to the administrator: { $telegram }
button-contact = Send my contact
open-how = Type the number after the command: /open 17 or /open СП-2026-000017
unhandled-text = I don’t understand. Choose from the keyboard below or open the help: /help
unhandled-kind = That isn’t needed here. Choose from the keyboard below or open the help: /help
unhandled-edit = I don’t see edits: what you sent first is what counts. Send it as a new message.
command-start = Start
command-new = New request
command-inbox = Awaiting me
command-my = My requests
command-open = Open a request by its number
command-registry = Registry: filters, search, files
command-report = Sales report
command-language = Language
command-help = Help
command-cancel = Cancel what was begun
