"""The page one opens on."""
