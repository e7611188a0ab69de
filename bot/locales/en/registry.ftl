# The registry: all requests, filters, search, files, suppliers.
registry-title = <b>Registry</b> · found: { $count }{ $more ->
    [yes] +
   *[no] {""}
}
registry-filter = { $part ->
    [kind] Kind: { $value }
    [stage] Stage: { $value }
    [supplier] Supplier: { $value }
    [period] Period: { $value }
   *[words] Search: “{ $value }”
}
registry-nothing = Nothing was found. Change the filter or reset it.
registry-filling = The registry is still being filled: older entries will appear in a few minutes.
registry-supplier-record = Filed: { $count }, for { $sum } without rejected ones. Sent back to be mended: { $rework }, rejected: { $rejected }.
registry-status = { $status ->
    [rework] Being mended
   *[withdrawn] Withdrawn
}
registry-which = { $view ->
    [kinds] Which kind?
    [stages] Which stage?
    [suppliers] Which supplier?
   *[periods] Which period?
}
registry-ask = { $view ->
    [suppliers] Which supplier? Reply to this message with a part of the name or the tax number. Changed your mind: /cancel
    [periods] Which dates? Reply to this message, for example: “01.03.2026–15.03.2026” or “1 quarter”. Changed your mind: /cancel
   *[words] What are you looking for? Reply to this message: number of a request, an act or an invoice, supplier, goods, words of the purpose. Changed your mind: /cancel
}
registry-no-words = There is nothing to look for. Write a number or a word, for example “17” or “sneakers”.
registry-no-supplier = There is no such supplier. Try another part of the name or the tax number.
registry-gone = This screen is out of date. Open the registry anew: /registry
registry-not-for-you = The registry has nothing yet that you may see.
registry-on-its-way = Preparing the file
registry-file-waits = The last file is still being prepared. Press again once it is here.
registry-no-file = The file could not be made. Narrow the filter, for example choose a period, and try again: /registry
registry-file = Registry: { $count ->
    [one] { $count } row
   *[other] { $count } rows
}{ $more ->
    [yes] . These are the newest: a file holds no more, narrow the filter.
   *[no] {""}
}
registry-suppliers = Suppliers
registry-suppliers-file = How what was filed fared, by supplier: { $count ->
    [one] { $count } supplier
   *[other] { $count } suppliers
}. Those sent back most often stand first; what was withdrawn is not counted.
button-registry-all = { $view ->
    [kinds] All kinds
    [stages] All stages
    [suppliers] All suppliers
   *[periods] Any time
}
button-registry-ask = { $view ->
    [suppliers] Find a supplier
   *[periods] Own dates
}
button-registry-search = 🔎 Search
button-registry-reset = Reset filter
button-registry-back = ‹ Back
button-registry-file = { $format ->
    [xlsx] Excel
    [csv] CSV
   *[suppliers] By supplier
}
registry-column-number = No.
registry-column-kind = Kind
registry-column-stage = Stage
registry-column-place = Department
registry-column-entity = Legal entity
registry-column-filer = Filed by
registry-column-filed = Date filed
registry-column-ended = Ended
registry-column-papers = Paper
registry-column-supplier = Supplier
registry-column-inn = Supplier’s tax number
registry-column-goods = Goods
registry-column-total = Sum
registry-column-currency = Currency
registry-column-rework = Sent back
registry-column-count = Filed
registry-column-rejected = Rejected
registry-column-sum = Sum without rejected, { $currency }
