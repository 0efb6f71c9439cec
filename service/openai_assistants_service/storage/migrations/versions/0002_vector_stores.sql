-- What the operations on vector stores need. Statements are separated by an empty line.

ALTER TABLE vector_stores ADD COLUMN description VARCHAR;

CREATE TABLE file_batches (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id VARCHAR NOT NULL,
    created_at INTEGER NOT NULL,
    vector_store_id VARCHAR NOT NULL,
    cancelled BOOLEAN NOT NULL,
    UNIQUE (id),
    FOREIGN KEY(vector_store_id) REFERENCES vector_stores (id) ON DELETE CASCADE
);

CREATE INDEX ix_file_batches_vector_store_id ON file_batches (vector_store_id);

CREATE TABLE batch_files (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    batch_id VARCHAR NOT NULL,
    file_id VARCHAR NOT NULL,
    UNIQUE (batch_id, file_id),
    FOREIGN KEY(batch_id) REFERENCES file_batches (id) ON DELETE CASCADE,
    FOREIGN KEY(file_id) REFERENCES files (id) ON DELETE CASCADE
);

CREATE INDEX ix_batch_files_batch_id ON batch_files (batch_id);

CREATE INDEX ix_batch_files_file_id ON batch_files (file_id);
