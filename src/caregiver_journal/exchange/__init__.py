"""Files out and in; pure functions over domain values."""
