-- Answers to requests with an idempotency key. Statements are separated by an empty line.

CREATE TABLE idempotency_keys (
    "key" VARCHAR NOT NULL PRIMARY KEY,
    digest VARCHAR NOT NULL,
    status INTEGER NOT NULL,
    headers JSON,
    body BLOB NOT NULL,
    expires_at INTEGER NOT NULL
);

CREATE INDEX ix_idempotency_keys_expires_at ON idempotency_keys (expires_at);
