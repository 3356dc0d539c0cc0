"""DynamoDB's wire protocol on SQLite: what the product uses of it, strict and metered, for one machine."""
