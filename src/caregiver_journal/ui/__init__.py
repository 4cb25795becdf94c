"""Everything one sees; the only room with PySide6 beside the composition root."""
