"""The summary for a session: what is in it, its pages as they will be, and how it leaves."""
