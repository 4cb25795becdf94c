-- What came with version 4.
INSERT INTO entries (id, kind, happened, zone, offset_minutes, day, created, changed) VALUES
    ('10000000-0000-4000-8000-000000000006', 'reflection', '2026-06-01T19:00:00Z', 'Europe/London',
     60, '2026-06-01', '2026-06-01T19:00:00Z', '2026-06-01T19:00:00Z'),
    ('10000000-0000-4000-8000-000000000007', 'practice', '2026-06-02T06:30:00Z', 'Europe/London',
     60, '2026-06-02', '2026-06-02T06:30:00Z', '2026-06-02T06:30:00Z');

INSERT INTO reflections (entry, form, prompt, theme, belief_before, belief_after) VALUES
    (6, 'sorter', 'pleasing.real', 'pleasing', 90, 40);

INSERT INTO reflection_texts (entry, part, text) VALUES
    (6, 'answer', 'The one to the garden.'), (6, 'question', 'Which yes was a real one?');

INSERT INTO worries (entry, position, text, whose, step) VALUES
    (6, 0, 'the roof', 'mine', 'ring the roofer'), (6, 1, 'the weather', 'nobody', '');

INSERT INTO practices (
    entry, exercise, title, seconds, minutes, steps_done, steps, distress_before, distress_after,
    kindness_before, kindness_after, back_on, read_again
) VALUES (7, 'letter', 'A letter to myself', 610, 10, 2, 3, 6, 4, 3, 7, '2026-07-02', NULL);

INSERT INTO practice_texts (entry, position, part, label, text) VALUES
    (7, 0, 'answer', 'Dear', 'you came back as you said.');

INSERT INTO decks (id, is_own, is_hidden, title) VALUES
    ('own-deck', 1, 0, 'For trains'), ('rest', 0, 1, '');

INSERT INTO prompts (id, is_own, is_hidden, is_deeper, deck, text) VALUES
    ('own-prompt', 1, 0, 1, 'own-deck', 'What did the window show?'),
    ('pleasing.real', 0, 1, 0, '', '');

INSERT INTO offers (day, position, prompt) VALUES ('2026-06-01', 0, 'pleasing.real'),
    ('2026-06-01', 1, 'own-prompt');

INSERT INTO exercises (id, is_own, is_hidden, is_favourite, title, about, minutes, steps) VALUES
    ('own-exercise', 1, 0, 1, 'Stairs', 'slowly up', 5, 'Up.' || char(10, 10) || 'Down.'),
    ('grounding', 0, 1, 0, '', '', NULL, '');

INSERT INTO support_lines (number, section, position, text, detail) VALUES
    (3, 'people', 0, 'My sister', '020 7946 0000'), (4, 'helps', 0, 'the canal', '');

INSERT INTO support_titles (section, title) VALUES ('people', 'Whom I ring');

INSERT INTO cards (id, is_own, is_read, title, text) VALUES
    ('own-card', 1, 0, 'Tides', 'They turn.'), ('the-pause', 0, 1, '', '');
