"""Caregiver Journal: a private journal for people who care for others for a living.

The rooms of the house, each importing only from those further down:

    cli       the command line
    app       the composition root of the window
    ui        everything one sees (PySide6)
    journal   what an open journal can do; the only door for ui and cli
    store     plain SQL and domain values          exchange   files out and in
    vault     keys, encrypted file, migrations     charts     drawings (matplotlib)
    domain    the nouns and their rules; pure
    base      clock, files, texts, errors; knows nothing of journals
"""

__version__ = "0.1.0"
