"""CSV in and out: what comes from an address book, what leaves for a spreadsheet."""
