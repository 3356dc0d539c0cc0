"""What the outbox calls a merge, or its undo, that goes on."""

TOPIC = "merge"
