"""Profiles on networks: where they are, where to look for them, and what is said there."""
