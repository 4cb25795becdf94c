-- What a mood had to do with, and how much one belonged just then.
ALTER TABLE moods ADD COLUMN about TEXT
    CHECK (about IN ('people', 'doing', 'body', 'else'));

ALTER TABLE moods ADD COLUMN belonging INTEGER CHECK (belonging BETWEEN 0 AND 10);

-- The kinds of shift; the first four are a beginning, and may be renamed or hidden.
CREATE TABLE shifts (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (name <> ''),
    folded TEXT NOT NULL UNIQUE,
    is_off INTEGER NOT NULL DEFAULT 0 CHECK (is_off IN (0, 1)),
    is_hidden INTEGER NOT NULL DEFAULT 0 CHECK (is_hidden IN (0, 1))
) STRICT;

INSERT INTO shifts (name, folded, is_off)
VALUES ('Off', 'off', 1), ('Early', 'early', 0), ('Late', 'late', 0), ('Night', 'night', 0);

-- The work of a day, said once for the whole day.
CREATE TABLE workdays (
    day TEXT PRIMARY KEY CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    shift INTEGER REFERENCES shifts (number),
    hours REAL CHECK (hours BETWEEN 0 AND 24),
    load INTEGER CHECK (load BETWEEN 0 AND 10)
) STRICT, WITHOUT ROWID;

CREATE INDEX workdays_by_shift ON workdays (shift, day);

-- Leave, illness or any other time out; the last day is not known before it ends.
CREATE TABLE pauses (
    first TEXT PRIMARY KEY CHECK (first GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    last TEXT CHECK (last GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND last >= first)
) STRICT, WITHOUT ROWID;

-- Feeling words of the person's own, and the words of the program that are hidden.
CREATE TABLE feelings (
    folded TEXT PRIMARY KEY CHECK (folded <> ''),
    word TEXT NOT NULL CHECK (word <> ''),
    is_own INTEGER NOT NULL CHECK (is_own IN (0, 1)),
    is_hidden INTEGER NOT NULL DEFAULT 0 CHECK (is_hidden IN (0, 1)),
    meaning TEXT NOT NULL DEFAULT '',
    pleasant INTEGER NOT NULL DEFAULT 3 CHECK (pleasant BETWEEN 1 AND 5),
    energy INTEGER NOT NULL DEFAULT 3 CHECK (energy BETWEEN 1 AND 5)
) STRICT, WITHOUT ROWID;

-- What waits on Today and is not wanted before a day.
CREATE TABLE put_off (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    until TEXT NOT NULL CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

-- A hidden tag stays on its entries and is not offered any more.
ALTER TABLE tags ADD COLUMN is_hidden INTEGER NOT NULL DEFAULT 0 CHECK (is_hidden IN (0, 1));

-- Words are looked for while they are being typed.
DROP TABLE entry_search;

CREATE VIRTUAL TABLE entry_search USING fts5 (
    body,
    content = 'entry_texts',
    content_rowid = 'number',
    prefix = '2 3',
    tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO entry_search (entry_search, rank) VALUES ('secure-delete', 1);

INSERT INTO entry_search (entry_search) VALUES ('rebuild');
