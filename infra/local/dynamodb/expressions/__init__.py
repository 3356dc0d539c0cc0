"""DynamoDB's expressions: text to tokens, tokens to a tree (kept by text), tree to a function of an item."""
