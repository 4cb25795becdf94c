"""Cards to learn from: to read, to search, to mark, and to add to."""
