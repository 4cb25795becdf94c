-- What people wrote with version 1: a row at least in each of its tables.
INSERT INTO preferences (name, value) VALUES ('lock_after', '10'), ('text_size', '125');

INSERT INTO entries (id, kind, happened, zone, offset_minutes, day, created, changed) VALUES
    ('10000000-0000-4000-8000-000000000001', 'mood', '2026-03-01T07:10:00Z', 'Europe/London', 0,
     '2026-03-01', '2026-03-01T07:10:00Z', '2026-03-01T07:10:00Z'),
    ('10000000-0000-4000-8000-000000000002', 'mood', '2026-03-01T23:40:00Z', 'Asia/Kathmandu', 345,
     '2026-03-02', '2026-03-01T23:41:00Z', '2026-03-04T10:00:00Z');

INSERT INTO entries (
    id, kind, happened, zone, offset_minutes, day, never_export, for_session, created, changed,
    deleted
) VALUES
    ('10000000-0000-4000-8000-000000000003', 'mood', '2026-10-25T00:30:00Z', 'Europe/Berlin', 120,
     '2026-10-25', 1, 1, '2026-10-25T00:30:00Z', '2026-10-25T00:30:00Z', NULL),
    ('10000000-0000-4000-8000-000000000004', 'mood', '2026-11-02T18:00:00Z', 'Europe/London', 0,
     '2026-11-02', 0, 0, '2026-11-02T18:00:00Z', '2026-11-02T18:00:00Z', '2999-01-01T08:00:00Z');

INSERT INTO notes (entry, text) VALUES
    (1, 'A quiet walk before work; the café was still shut.'),
    (2, 'Rückfahrt im Zug. 休む'),
    (3, '; a semicolon, a ''quote'', a "double" one -- and no comment'),
    (4, 'This one was deleted.');

INSERT INTO tags (name, folded) VALUES ('Home', 'home'), ('Ünterwegs', 'ünterwegs');

INSERT INTO entry_tags (entry, position, tag) VALUES (1, 0, 1), (2, 0, 2), (2, 1, 1);

INSERT INTO moods (entry, level, energy) VALUES (1, 4, 3), (2, 2, NULL), (3, 1, 1), (4, 5, 5);

INSERT INTO mood_words (entry, position, word) VALUES (1, 0, 'calm'), (1, 1, 'rested'),
    (2, 0, 'worn out');

INSERT INTO drafts (form, content, changed) VALUES
    ('mood', '{"level": 2, "note": "half a sentence"}', '2026-11-03T09:00:00Z');
