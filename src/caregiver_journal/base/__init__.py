"""Ground floor: clock, files, places, texts and errors; knows nothing of journals."""
