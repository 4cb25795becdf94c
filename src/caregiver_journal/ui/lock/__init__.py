"""What stands before an open journal: first run, unlock, recovery."""
