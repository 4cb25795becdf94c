"""The form for a boundary moment."""
