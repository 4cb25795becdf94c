"""The page of boundaries: the last moments, what is asked about once more, and counts."""
