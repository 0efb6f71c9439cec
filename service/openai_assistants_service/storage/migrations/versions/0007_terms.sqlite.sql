DROP TRIGGER chunk_added;

DROP TRIGGER chunk_removed;

DROP TABLE chunk_index;

CREATE VIRTUAL TABLE chunk_index USING fts5(terms, content='chunks', content_rowid='seq', tokenize="porter unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'");

CREATE TRIGGER chunk_added AFTER INSERT ON chunks BEGIN INSERT INTO chunk_index(rowid, terms) VALUES (new.seq, new.terms); END;

CREATE TRIGGER chunk_removed AFTER DELETE ON chunks BEGIN INSERT INTO chunk_index(chunk_index, rowid, terms) VALUES ('delete', old.seq, old.terms); END;

INSERT INTO chunk_index(chunk_index) VALUES ('rebuild')
