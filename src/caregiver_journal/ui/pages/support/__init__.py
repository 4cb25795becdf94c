"""The page of the support card."""
