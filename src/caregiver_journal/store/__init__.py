"""Plain SQL between the encrypted file and the domain values, one module for each noun."""
