"""One package for each page; none imports another."""
