"""The nouns of the journal and their rules: pure values, no input or output, no clock."""
