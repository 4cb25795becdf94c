"""All entries, by day."""
