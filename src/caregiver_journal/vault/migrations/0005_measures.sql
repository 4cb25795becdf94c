-- A questionnaire that was filled in on paper, or whose total the person was told.
-- Its items are numbers and nothing else; names and scores are kept as they were. The key tells
-- which scores were worked out in the same way; '' where nobody knows.
CREATE TABLE measures (
    entry INTEGER PRIMARY KEY REFERENCES entries (number) ON DELETE CASCADE,
    instrument TEXT NOT NULL CHECK (instrument <> ''),
    title TEXT NOT NULL DEFAULT '',
    form TEXT NOT NULL DEFAULT '',
    is_total INTEGER NOT NULL DEFAULT 0 CHECK (is_total IN (0, 1)),
    key TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX measures_by_instrument ON measures (instrument);

CREATE TABLE measure_answers (
    entry INTEGER NOT NULL REFERENCES entries (number) ON DELETE CASCADE,
    item INTEGER NOT NULL CHECK (item BETWEEN 1 AND 200),
    code INTEGER NOT NULL CHECK (code BETWEEN -1000 AND 1000),
    PRIMARY KEY (entry, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE measure_scores (
    entry INTEGER NOT NULL REFERENCES entries (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    scale TEXT NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    value REAL NOT NULL,
    lowest REAL,
    highest REAL,
    PRIMARY KEY (entry, position),
    CHECK (value BETWEEN lowest AND highest)
) STRICT, WITHOUT ROWID;

-- Questionnaires: the person's own and those from a file, with their facts as JSON; and what was
-- decided about each: whether it is hidden, and after how many days it waits to be filled in again.
CREATE TABLE instruments (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    definition TEXT NOT NULL DEFAULT '',
    is_hidden INTEGER NOT NULL DEFAULT 0 CHECK (is_hidden IN (0, 1)),
    repeat_days INTEGER CHECK (repeat_days BETWEEN 1 AND 366)
) STRICT, WITHOUT ROWID;

-- What happened on a day that drawings are read better with.
CREATE TABLE event_marks (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    text TEXT NOT NULL CHECK (text <> '')
) STRICT;

CREATE INDEX event_marks_by_day ON event_marks (day);

-- All the words of an entry, for the full-text index; earlier entries read as before.
DROP VIEW entry_texts;

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
            SELECT asker || ' ' || setting || ' ' || kind_of_limit
            FROM boundaries WHERE entry = entries.number
        ), ''
    )
    || char(10)
    || coalesce(
        (SELECT group_concat(text, char(10)) FROM boundary_texts WHERE entry = entries.number), ''
    )
    || char(10)
    || coalesce(
        (SELECT group_concat(pull, ' ') FROM boundary_pulls WHERE entry = entries.number), ''
    )
    || char(10)
    || coalesce(
        (
            SELECT group_concat(tags.name, ' ')
            FROM entry_tags JOIN tags ON tags.number = entry_tags.tag
            WHERE entry_tags.entry = entries.number
        ), ''
    )
    || char(10)
    || coalesce(
        (SELECT group_concat(text, char(10)) FROM reflection_texts WHERE entry = entries.number), ''
    )
    || char(10)
    || coalesce(
        (
            SELECT group_concat(text || char(10) || step, char(10))
            FROM worries WHERE entry = entries.number
        ), ''
    )
    || char(10)
    || coalesce((SELECT title FROM practices WHERE entry = entries.number), '')
    || char(10)
    || coalesce(
        (SELECT group_concat(text, char(10)) FROM practice_texts WHERE entry = entries.number), ''
    )
    || char(10)
    || coalesce((SELECT title FROM measures WHERE entry = entries.number), '')
FROM entries;
