CREATE VIRTUAL TABLE chunk_index USING fts5(text, content='chunks', content_rowid='seq', tokenize='porter unicode61');

CREATE TRIGGER chunk_added AFTER INSERT ON chunks BEGIN INSERT INTO chunk_index(rowid, text) VALUES (new.seq, new.text); END;

CREATE TRIGGER chunk_removed AFTER DELETE ON chunks BEGIN INSERT INTO chunk_index(chunk_index, rowid, text) VALUES ('delete', old.seq, old.text); END;
