"""Keys, the encrypted file and its migrations; the only room with sqlcipher3 and cryptography."""
