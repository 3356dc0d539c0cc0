"""QR codes: a record's lasting address, its vCard, or any text, as SVG."""
