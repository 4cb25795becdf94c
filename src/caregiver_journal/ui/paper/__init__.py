"""Put things on paper: sheets to print or to save, in black on white."""
