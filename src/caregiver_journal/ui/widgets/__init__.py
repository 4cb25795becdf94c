"""Parts of pages, each usable alone."""
