-- What is worked on in therapy, and what came of it.
CREATE TABLE goals (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    text TEXT NOT NULL CHECK (text <> ''),
    made TEXT NOT NULL CHECK (made GLOB '????-??-??T??:??:??*Z'),
    reached TEXT CHECK (reached GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

-- What the person wants to talk about, or to ask; the entry it came from may be gone.
CREATE TABLE talk_points (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    text TEXT NOT NULL CHECK (text <> ''),
    is_question INTEGER NOT NULL DEFAULT 0 CHECK (is_question IN (0, 1)),
    entry_id TEXT NOT NULL DEFAULT '',
    made TEXT NOT NULL CHECK (made GLOB '????-??-??T??:??:??*Z'),
    talked TEXT CHECK (talked GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

CREATE TABLE homework (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    text TEXT NOT NULL CHECK (text <> ''),
    agreed TEXT NOT NULL CHECK (agreed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
    ended TEXT CHECK (ended GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    how_it_went TEXT NOT NULL DEFAULT '',
    made TEXT NOT NULL CHECK (made GLOB '????-??-??T??:??:??*Z'),
    CHECK ((state = 'open') = (ended IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
    id TEXT PRIMARY KEY CHECK (length(id) = 36),
    day TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    time TEXT CHECK (time GLOB '[0-9][0-9]:[0-9][0-9]'),
    note TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_by_day ON sessions (day);

-- Words that are something else in a summary, and words that were found and may stay.
CREATE TABLE masks (
    folded TEXT PRIMARY KEY CHECK (folded <> ''),
    word TEXT NOT NULL CHECK (word <> ''),
    instead TEXT NOT NULL DEFAULT '',
    may_stay INTEGER NOT NULL DEFAULT 0 CHECK (may_stay IN (0, 1))
) STRICT, WITHOUT ROWID;

-- What a summary is made of, by the name the person gave it; its content is JSON.
CREATE TABLE summary_presets (
    folded TEXT PRIMARY KEY CHECK (folded <> ''),
    name TEXT NOT NULL CHECK (name <> ''),
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What left the journal as a file or on paper; the folder is a name, never a path.
CREATE TABLE exports (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    made TEXT NOT NULL CHECK (made GLOB '????-??-??T??:??:??*Z'),
    format TEXT NOT NULL CHECK (format <> ''),
    first TEXT CHECK (first GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    last TEXT CHECK (last GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    parts TEXT NOT NULL DEFAULT '',
    entries INTEGER NOT NULL CHECK (entries >= 0),
    folder TEXT NOT NULL DEFAULT '',
    has_password INTEGER NOT NULL DEFAULT 0 CHECK (has_password IN (0, 1)),
    is_everything INTEGER NOT NULL DEFAULT 0 CHECK (is_everything IN (0, 1))
) STRICT;
