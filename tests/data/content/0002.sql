-- What came with version 2.
UPDATE moods SET about = 'doing', belonging = 7 WHERE entry = 1;

INSERT INTO shifts (name, folded, is_off, is_hidden) VALUES ('Sleep-in', 'sleep-in', 0, 1);

INSERT INTO workdays (day, shift, hours, load) VALUES
    ('2026-03-01', 2, 7.5, 6), ('2026-03-02', 1, NULL, NULL), ('2026-03-03', NULL, 0, 10);

INSERT INTO pauses (first, last) VALUES ('2026-04-01', '2026-04-14'), ('2026-12-20', NULL);

INSERT INTO feelings (folded, word, is_own, is_hidden, meaning, pleasant, energy) VALUES
    ('wobbly', 'wobbly', 1, 0, 'as on a boat', 2, 4), ('tense', 'tense', 0, 1, '', 3, 3);

INSERT INTO put_off (name, until) VALUES ('check-in', '2026-11-21');

UPDATE tags SET is_hidden = 1 WHERE number = 2;
