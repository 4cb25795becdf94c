"""The ladder: own situations from easy to hard, and the tries of each."""
