-- What somebody wrote to a question, freely, or along a few steps.
-- Whose question it was is kept by its id, and as it stood there among the texts.
CREATE TABLE reflections (
    entry INTEGER PRIMARY KEY REFERENCES entries (number) ON DELETE CASCADE,
    form TEXT NOT NULL CHECK (
        form IN (
            'free', 'thought', 'sorter', 'pattern', 'experiment', 'three-lines', 'shift-end', 'week'
        )
    ),
    prompt TEXT NOT NULL DEFAULT '',
    theme TEXT NOT NULL DEFAULT '',
    belief_before INTEGER CHECK (belief_before BETWEEN 0 AND 100),
    belief_after INTEGER CHECK (belief_after BETWEEN 0 AND 100)
) STRICT;

CREATE INDEX reflections_by_prompt ON reflections (prompt) WHERE prompt <> '';

-- The Reflect page counts all answers whenever one is written.
CREATE INDEX reflections_by_theme ON reflections (theme, form);

CREATE TABLE reflection_texts (
    entry INTEGER NOT NULL REFERENCES entries (number) ON DELETE CASCADE,
    part TEXT NOT NULL CHECK (part <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (entry, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE worries (
    entry INTEGER NOT NULL REFERENCES entries (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    whose TEXT CHECK (whose IN ('mine', 'theirs', 'nobody')),
    step TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

-- An exercise that was done, all of it or as much as one liked.
CREATE TABLE practices (
    entry INTEGER PRIMARY KEY REFERENCES entries (number) ON DELETE CASCADE,
    exercise TEXT NOT NULL CHECK (exercise <> ''),
    title TEXT NOT NULL DEFAULT '',
    seconds INTEGER NOT NULL CHECK (seconds BETWEEN 0 AND 86400),
    minutes INTEGER CHECK (minutes BETWEEN 1 AND 180),
    steps_done INTEGER NOT NULL CHECK (steps_done >= 0),
    steps INTEGER NOT NULL CHECK (steps >= 0),
    distress_before INTEGER CHECK (distress_before BETWEEN 0 AND 10),
    distress_after INTEGER CHECK (distress_after BETWEEN 0 AND 10),
    kindness_before INTEGER CHECK (kindness_before BETWEEN 0 AND 10),
    kindness_after INTEGER CHECK (kindness_after BETWEEN 0 AND 10),
    back_on TEXT CHECK (back_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    read_again TEXT CHECK (read_again GLOB '????-??-??T??:??:??*Z')
) STRICT;

-- One kind is counted from this alone: what is deleted has to stand in it, or each entry is read.
DROP INDEX entries_by_kind;

CREATE INDEX entries_by_kind ON entries (kind, day, happened, number, deleted)
WHERE deleted IS NULL;

CREATE INDEX practices_by_exercise ON practices (exercise);

-- Today asks at every visit which letters have come back.
CREATE INDEX practices_back ON practices (back_on) WHERE back_on IS NOT NULL AND read_again IS NULL;

CREATE TABLE practice_texts (
    entry INTEGER NOT NULL REFERENCES entries (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    part TEXT NOT NULL,
    label TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

-- Questions and decks: the person's own, and what they decided about those of the program.
-- What is the program's has words here only where the person changed them.
CREATE TABLE decks (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    is_own INTEGER NOT NULL CHECK (is_own IN (0, 1)),
    is_hidden INTEGER NOT NULL DEFAULT 0 CHECK (is_hidden IN (0, 1)),
    title TEXT NOT NULL DEFAULT '',
    CHECK (title <> '' OR NOT is_own)
) STRICT, WITHOUT ROWID;

CREATE TABLE prompts (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    is_own INTEGER NOT NULL CHECK (is_own IN (0, 1)),
    is_hidden INTEGER NOT NULL DEFAULT 0 CHECK (is_hidden IN (0, 1)),
    is_deeper INTEGER NOT NULL DEFAULT 0 CHECK (is_deeper IN (0, 1)),
    deck TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    CHECK (text <> '' OR NOT is_own)
) STRICT, WITHOUT ROWID;

-- Which questions a day was offered, in their order; the last one stands there.
CREATE TABLE offers (
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    position INTEGER NOT NULL,
    prompt TEXT NOT NULL CHECK (prompt <> ''),
    PRIMARY KEY (day, position)
) STRICT, WITHOUT ROWID;

-- Exercises: the person's own, and what they decided about those of the program.
-- The steps of an own one are parted by empty lines.
CREATE TABLE exercises (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    is_own INTEGER NOT NULL CHECK (is_own IN (0, 1)),
    is_hidden INTEGER NOT NULL DEFAULT 0 CHECK (is_hidden IN (0, 1)),
    is_favourite INTEGER NOT NULL DEFAULT 0 CHECK (is_favourite IN (0, 1)),
    title TEXT NOT NULL DEFAULT '',
    about TEXT NOT NULL DEFAULT '',
    minutes INTEGER CHECK (minutes BETWEEN 1 AND 180),
    steps TEXT NOT NULL DEFAULT '',
    CHECK ((title <> '' AND steps <> '') OR NOT is_own)
) STRICT, WITHOUT ROWID;

-- The support card: its lines, and what the person calls its sections.
CREATE TABLE support_lines (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    section TEXT NOT NULL CHECK (section <> ''),
    position INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    detail TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE support_titles (
    section TEXT PRIMARY KEY CHECK (section <> ''),
    title TEXT NOT NULL CHECK (title <> '')
) STRICT, WITHOUT ROWID;

-- Cards to learn from: the person's own, and which were read.
CREATE TABLE cards (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    is_own INTEGER NOT NULL CHECK (is_own IN (0, 1)),
    is_read INTEGER NOT NULL DEFAULT 0 CHECK (is_read IN (0, 1)),
    title TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    CHECK ((title <> '' AND text <> '') OR NOT is_own)
) STRICT, WITHOUT ROWID;

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
FROM entries;
