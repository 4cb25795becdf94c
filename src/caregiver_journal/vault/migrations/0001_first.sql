-- What the journal knows of itself: journal_id, created, key_file.
CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the person set; one row for each setting that differs from its default.
CREATE TABLE preferences (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What every record has. Times are UTC in ISO 8601; the day is the one it counts to.
-- The long text lies in notes, so that walking over numbers does not read it.
CREATE TABLE entries (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 36),
    kind TEXT NOT NULL CHECK (kind <> ''),
    happened TEXT NOT NULL CHECK (happened GLOB '????-??-??T??:??:??*Z'),
    zone TEXT NOT NULL CHECK (zone <> ''),
    offset_minutes INTEGER NOT NULL CHECK (offset_minutes BETWEEN -1440 AND 1440),
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    never_export INTEGER NOT NULL DEFAULT 0 CHECK (never_export IN (0, 1)),
    for_session INTEGER NOT NULL DEFAULT 0 CHECK (for_session IN (0, 1)),
    created TEXT NOT NULL,
    changed TEXT NOT NULL,
    deleted TEXT
) STRICT;

-- Journal and Today read by day, newest first.
CREATE INDEX entries_by_day ON entries (day, happened, number) WHERE deleted IS NULL;

-- The trash is looked through at every unlock.
CREATE INDEX entries_deleted ON entries (deleted) WHERE deleted IS NOT NULL;

CREATE TABLE notes (
    entry INTEGER PRIMARY KEY REFERENCES entries (number) ON DELETE CASCADE,
    text TEXT NOT NULL CHECK (text <> '')
) STRICT;

CREATE TABLE tags (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE entry_tags (
    entry INTEGER NOT NULL REFERENCES entries (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    tag INTEGER NOT NULL REFERENCES tags (number),
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_tags_by_tag ON entry_tags (tag, entry);

CREATE TABLE moods (
    entry INTEGER PRIMARY KEY REFERENCES entries (number) ON DELETE CASCADE,
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
    energy INTEGER CHECK (energy BETWEEN 1 AND 5)
) STRICT;

CREATE TABLE mood_words (
    entry INTEGER NOT NULL REFERENCES moods (entry) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    word TEXT NOT NULL CHECK (word <> ''),
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

-- What is being written and not yet saved; one row for each form.
CREATE TABLE drafts (
    form TEXT PRIMARY KEY,
    content TEXT NOT NULL,
    changed TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- All the words of an entry, for the full-text index.
CREATE VIEW entry_texts (number, body) AS
SELECT
    entries.number,
    coalesce((SELECT text FROM notes WHERE entry = entries.number), '')
    || char(10)
    || coalesce(
        (SELECT group_concat(word, ' ') FROM mood_words WHERE entry = entries.number), ''
    )
    || char(10)
    || coalesce(
        (
            SELECT group_concat(tags.name, ' ')
            FROM entry_tags JOIN tags ON tags.number = entry_tags.tag
            WHERE entry_tags.entry = entries.number
        ), ''
    )
FROM entries;

CREATE VIRTUAL TABLE entry_search USING fts5 (
    body,
    content = 'entry_texts',
    content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2'
);

-- Deleted words leave the index for good.
INSERT INTO entry_search (entry_search, rank) VALUES ('secure-delete', 1);
