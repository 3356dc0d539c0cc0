"""One box that finds every kind of record while one types."""
