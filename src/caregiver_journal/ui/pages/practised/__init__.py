"""Change what was practised."""
