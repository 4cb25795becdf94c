"""Words for hard moments: the library, the builder and the rehearsal."""
