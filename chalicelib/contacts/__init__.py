"""People and the positions they hold, or held, in companies."""
