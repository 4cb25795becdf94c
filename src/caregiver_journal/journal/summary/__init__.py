"""Read what a summary says: one module for each of its blocks."""
