-- What came with version 5. The questionnaire is invented.
INSERT INTO entries (id, kind, happened, zone, offset_minutes, day, created, changed) VALUES
    ('10000000-0000-4000-8000-000000000008', 'measure', '2026-08-01T09:00:00Z', 'Europe/London',
     60, '2026-08-01', '2026-08-01T09:00:00Z', '2026-08-01T09:00:00Z');

INSERT INTO measures (entry, instrument, title, form, is_total, key) VALUES
    (8, 'own-scale', 'Evenings', 'paper', 0, '1a2b');

INSERT INTO measure_answers (entry, item, code) VALUES (8, 1, 2), (8, 2, 0), (8, 3, -1);

INSERT INTO measure_scores (entry, position, scale, name, value, lowest, highest) VALUES
    (8, 0, 'total', 'Total', 1.5, -3, 12), (8, 1, 'rest', '', 0.1, NULL, NULL);

INSERT INTO instruments (id, definition, is_hidden, repeat_days) VALUES
    ('own-scale', '{"title": "Evenings"}', 0, 14), ('phq-9', '', 1, NULL);

INSERT INTO event_marks (number, day, text) VALUES (4, '2026-08-03', 'new rota');
