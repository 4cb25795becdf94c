"""What one may set."""
