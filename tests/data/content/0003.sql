-- What came with version 3.
INSERT INTO entries (id, kind, happened, zone, offset_minutes, day, created, changed) VALUES
    ('10000000-0000-4000-8000-000000000005', 'boundary', '2026-05-01T16:00:00Z', 'Europe/London',
     60, '2026-05-01', '2026-05-01T16:00:00Z', '2026-05-01T16:00:00Z');

INSERT INTO boundaries (
    entry, answer, wanted, asker, setting, kind_of_limit, belief, guilt_before, guilt, resentment,
    energy, minutes, came_true, relationship
) VALUES (5, 'partly', 'no', 'a neighbour', 'family', 'time', 80, 7, 3, 0, 5, 45, 10, 'same');

INSERT INTO boundary_texts (entry, part, text) VALUES
    (5, 'asked', 'to mind two dogs over the weekend'), (5, 'feared', 'a cold week'),
    (5, 'words', 'One of them, until noon.');

INSERT INTO boundary_pulls (entry, position, pull) VALUES (5, 0, 'guilt'), (5, 1, 'my own pull');

INSERT INTO follow_ups (entry, position, due, answered, guilt, is_off) VALUES
    (5, 0, '2026-05-02', '2026-05-02T17:00:00Z', 2, 0), (5, 1, '2026-05-08', NULL, NULL, 1);

INSERT INTO scripts (id, is_own, is_hidden, is_favourite, situation, way, text, fits) VALUES
    ('own-1', 1, 0, 1, 'work', 'short', 'Let me look at my week first.', 'colleague'),
    ('buy-time.1', 0, 1, 0, '', '', '', '');

INSERT INTO ladder_steps (number, text, distress, is_put_away, suggestion) VALUES
    (2, 'Send a dish back', 4, 0, ''), (5, 'Leave before the end', 7, 1, 'leave');

INSERT INTO ladder_tries (
    step, happened, zone, offset_minutes, expected, actual, note, entry_id
) VALUES
    (2, '2026-05-03T18:00:00Z', 'Europe/London', 60, 6, 2, 'They did not mind.',
     '10000000-0000-4000-8000-000000000005'),
    (2, '2026-05-09T18:00:00Z', 'Europe/London', 60, 3, NULL, '', '');

INSERT INTO plans (
    made, day, asker, setting, kind_of_limit, asked, offer, cannot, words, feared, belief
) VALUES ('2026-05-10T08:00:00Z', '2026-05-12', 'the office', 'work', 'hours', 'a fourth late shift',
    'the morning', 'the night', 'I can do the morning.', 'to be left out', 60);
