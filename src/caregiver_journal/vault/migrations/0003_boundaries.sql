-- A moment in which something was asked of the person, what they wanted and what they did.
-- Numbers and choices lie here; the long words beside them, so that counting does not read them,
-- and what hangs on the entry stays readable where a damaged page took the numbers.
-- A setting, a kind of limit and a pull is one of the program's own words or the person's.
CREATE TABLE boundaries (
    entry INTEGER PRIMARY KEY REFERENCES entries (number) ON DELETE CASCADE,
    answer TEXT NOT NULL CHECK (
        answer IN (
            'gladly', 'against', 'time', 'partly', 'other terms', 'no', 'left', 'later'
        )
    ),
    wanted TEXT CHECK (wanted IN ('yes', 'no', 'else', 'unsure')),
    asker TEXT NOT NULL DEFAULT '',
    setting TEXT NOT NULL DEFAULT '',
    kind_of_limit TEXT NOT NULL DEFAULT '',
    belief INTEGER CHECK (belief BETWEEN 0 AND 100),
    guilt_before INTEGER CHECK (guilt_before BETWEEN 0 AND 10),
    guilt INTEGER CHECK (guilt BETWEEN 0 AND 10),
    resentment INTEGER CHECK (resentment BETWEEN 0 AND 10),
    energy INTEGER CHECK (energy BETWEEN 0 AND 10),
    minutes INTEGER CHECK (minutes BETWEEN 0 AND 10080),
    came_true INTEGER CHECK (came_true BETWEEN 0 AND 100),
    relationship TEXT CHECK (relationship IN ('worse', 'same', 'better'))
) STRICT;

CREATE TABLE boundary_texts (
    entry INTEGER NOT NULL REFERENCES entries (number) ON DELETE CASCADE,
    part TEXT NOT NULL CHECK (
        part IN (
            'asked', 'feared', 'offer', 'cannot', 'words', 'respect', 'next_time', 'outcome'
        )
    ),
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (entry, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE boundary_pulls (
    entry INTEGER NOT NULL REFERENCES entries (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    pull TEXT NOT NULL CHECK (pull <> ''),
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

-- When to ask again how a moment feels, and what was answered then.
CREATE TABLE follow_ups (
    entry INTEGER NOT NULL REFERENCES entries (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    due TEXT NOT NULL CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    answered TEXT CHECK (answered GLOB '????-??-??T??:??:??*Z'),
    guilt INTEGER CHECK (guilt BETWEEN 0 AND 10),
    is_off INTEGER NOT NULL DEFAULT 0 CHECK (is_off IN (0, 1)),
    PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID;

-- Today asks at every visit what has come due.
CREATE INDEX follow_ups_open ON follow_ups (due) WHERE answered IS NULL AND NOT is_off;

-- One kind of entry is read by day without walking over all others.
CREATE INDEX entries_by_kind ON entries (kind, day, happened, number) WHERE deleted IS NULL;

-- Words for hard moments: the person's own, and what was changed about the program's.
-- A phrase of the program has words here only where the person changed them.
CREATE TABLE scripts (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    is_own INTEGER NOT NULL CHECK (is_own IN (0, 1)),
    is_hidden INTEGER NOT NULL DEFAULT 0 CHECK (is_hidden IN (0, 1)),
    is_favourite INTEGER NOT NULL DEFAULT 0 CHECK (is_favourite IN (0, 1)),
    situation TEXT NOT NULL DEFAULT '',
    way TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    fits TEXT NOT NULL DEFAULT '',
    CHECK (text <> '' OR NOT is_own)
) STRICT, WITHOUT ROWID;

-- The ladder: situations by how hard they are expected to be, and each try.
-- An entry is named by its id: a try stays when its entry is deleted for good.
-- No number is given twice: drafts and what was put off go by it.
CREATE TABLE ladder_steps (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    text TEXT NOT NULL CHECK (text <> ''),
    distress INTEGER NOT NULL CHECK (distress BETWEEN 0 AND 10),
    is_put_away INTEGER NOT NULL DEFAULT 0 CHECK (is_put_away IN (0, 1)),
    suggestion TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE ladder_tries (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    step INTEGER NOT NULL REFERENCES ladder_steps (number) ON DELETE CASCADE,
    happened TEXT NOT NULL CHECK (happened GLOB '????-??-??T??:??:??*Z'),
    zone TEXT NOT NULL CHECK (zone <> ''),
    offset_minutes INTEGER NOT NULL CHECK (offset_minutes BETWEEN -1440 AND 1440),
    expected INTEGER NOT NULL CHECK (expected BETWEEN 0 AND 10),
    actual INTEGER CHECK (actual BETWEEN 0 AND 10),
    note TEXT NOT NULL DEFAULT '',
    entry_id TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX ladder_tries_by_step ON ladder_tries (step, happened);

-- What is prepared before a talk; it becomes a boundary moment afterwards.
CREATE TABLE plans (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    made TEXT NOT NULL CHECK (made GLOB '????-??-??T??:??:??*Z'),
    day TEXT CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    asker TEXT NOT NULL DEFAULT '',
    setting TEXT NOT NULL DEFAULT '',
    kind_of_limit TEXT NOT NULL DEFAULT '',
    asked TEXT NOT NULL CHECK (asked <> ''),
    offer TEXT NOT NULL DEFAULT '',
    cannot TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',
    feared TEXT NOT NULL DEFAULT '',
    belief INTEGER CHECK (belief BETWEEN 0 AND 100)
) STRICT;

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
FROM entries;
