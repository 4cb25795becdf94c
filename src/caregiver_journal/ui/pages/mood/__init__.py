"""The check-in: write a mood, or change one."""
