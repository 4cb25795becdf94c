"""Practice: the exercises, the player that leads through one, and own ones."""
