-- What came with version 6.
INSERT INTO goals (id, text, made, reached) VALUES
    ('20000000-0000-4000-8000-000000000001', 'Two free evenings', '2026-09-01T10:00:00Z', NULL),
    ('20000000-0000-4000-8000-000000000002', 'A doctor of my own', '2026-09-01T10:00:00Z',
     '2026-10-01');

INSERT INTO talk_points (id, text, is_question, entry_id, made, talked) VALUES
    ('20000000-0000-4000-8000-000000000003', 'the weekend with the dogs', 1,
     '10000000-0000-4000-8000-000000000005', '2026-09-02T10:00:00Z', '2026-09-09');

INSERT INTO homework (id, text, agreed, state, ended, how_it_went, made) VALUES
    ('20000000-0000-4000-8000-000000000004', 'Ask once for time', '2026-09-09', 'done',
     '2026-09-12', 'easier than feared', '2026-09-09T10:00:00Z'),
    ('20000000-0000-4000-8000-000000000005', 'Write three evenings', '2026-09-09', 'open', NULL, '',
     '2026-09-09T10:00:00Z');

INSERT INTO sessions (id, day, time, note) VALUES
    ('20000000-0000-4000-8000-000000000006', '2026-09-09', '14:30', 'room 4');

INSERT INTO masks (folded, word, instead, may_stay) VALUES ('oak house', 'Oak House', 'the home', 0),
    ('april', 'April', '', 1);

INSERT INTO summary_presets (folded, name, content) VALUES
    ('monthly', 'Monthly', '{"blocks": ["changes"]}');

INSERT INTO exports (
    made, format, first, last, parts, entries, folder, has_password, is_everything
) VALUES ('2026-09-08T20:00:00Z', 'summary-pdf', '2026-08-01', '2026-08-31', 'changes', 12,
    'Documents', 1, 0);
