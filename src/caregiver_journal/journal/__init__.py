"""What an open journal can do; the only door for ui and cli."""
