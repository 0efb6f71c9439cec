-- The first schema. Statements are separated by an empty line.

CREATE TABLE assistants (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id VARCHAR NOT NULL,
    created_at INTEGER NOT NULL,
    name VARCHAR,
    description VARCHAR,
    model VARCHAR NOT NULL,
    instructions VARCHAR,
    tools JSON,
    metadata JSON,
    temperature FLOAT,
    top_p FLOAT,
    response_format JSON,
    reasoning_effort VARCHAR,
    UNIQUE (id)
);

CREATE TABLE files (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id VARCHAR NOT NULL,
    created_at INTEGER NOT NULL,
    filename VARCHAR NOT NULL,
    purpose VARCHAR NOT NULL,
    bytes INTEGER NOT NULL,
    status VARCHAR NOT NULL,
    status_details VARCHAR,
    expires_at INTEGER,
    UNIQUE (id)
);

CREATE TABLE threads (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id VARCHAR NOT NULL,
    created_at INTEGER NOT NULL,
    metadata JSON,
    UNIQUE (id)
);

CREATE TABLE vector_stores (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id VARCHAR NOT NULL,
    created_at INTEGER NOT NULL,
    name VARCHAR,
    metadata JSON,
    expires_after JSON,
    expires_at INTEGER,
    last_active_at INTEGER,
    UNIQUE (id)
);

CREATE TABLE assistant_files (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    assistant_id VARCHAR NOT NULL,
    file_id VARCHAR NOT NULL,
    created_at INTEGER NOT NULL,
    any_tool BOOLEAN NOT NULL,
    UNIQUE (assistant_id, file_id),
    FOREIGN KEY(assistant_id) REFERENCES assistants (id) ON DELETE CASCADE,
    FOREIGN KEY(file_id) REFERENCES files (id) ON DELETE CASCADE
);

CREATE INDEX ix_assistant_files_assistant_id ON assistant_files (assistant_id);

CREATE INDEX ix_assistant_files_file_id ON assistant_files (file_id);

CREATE TABLE assistant_stores (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    assistant_id VARCHAR NOT NULL,
    vector_store_id VARCHAR NOT NULL,
    UNIQUE (assistant_id, vector_store_id),
    FOREIGN KEY(assistant_id) REFERENCES assistants (id) ON DELETE CASCADE,
    FOREIGN KEY(vector_store_id) REFERENCES vector_stores (id) ON DELETE CASCADE
);

CREATE INDEX ix_assistant_stores_assistant_id ON assistant_stores (assistant_id);

CREATE INDEX ix_assistant_stores_vector_store_id ON assistant_stores (vector_store_id);

CREATE TABLE messages (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id VARCHAR NOT NULL,
    created_at INTEGER NOT NULL,
    thread_id VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    content JSON,
    assistant_id VARCHAR,
    run_id VARCHAR,
    metadata JSON,
    status VARCHAR NOT NULL,
    incomplete_details JSON,
    completed_at INTEGER,
    incomplete_at INTEGER,
    UNIQUE (id),
    FOREIGN KEY(thread_id) REFERENCES threads (id) ON DELETE CASCADE
);

CREATE INDEX ix_messages_run_id ON messages (run_id);

CREATE INDEX ix_messages_thread_id ON messages (thread_id);

CREATE TABLE runs (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id VARCHAR NOT NULL,
    created_at INTEGER NOT NULL,
    thread_id VARCHAR NOT NULL,
    assistant_id VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    model VARCHAR NOT NULL,
    instructions VARCHAR,
    tools JSON,
    metadata JSON,
    temperature FLOAT,
    top_p FLOAT,
    reasoning_effort VARCHAR,
    max_prompt_tokens INTEGER,
    max_completion_tokens INTEGER,
    truncation_strategy JSON,
    tool_choice JSON,
    response_format JSON,
    parallel_tool_calls BOOLEAN NOT NULL,
    tool_resources JSON,
    file_ids JSON,
    store_ids JSON,
    required_action JSON,
    last_error JSON,
    incomplete_details JSON,
    usage JSON,
    started_at INTEGER,
    expires_at INTEGER NOT NULL,
    cancelled_at INTEGER,
    failed_at INTEGER,
    completed_at INTEGER,
    owner VARCHAR,
    lease_until FLOAT,
    UNIQUE (id),
    FOREIGN KEY(thread_id) REFERENCES threads (id) ON DELETE CASCADE
);

CREATE INDEX ix_runs_status ON runs (status);

CREATE INDEX ix_runs_thread_id ON runs (thread_id);

CREATE UNIQUE INDEX one_active_run ON runs (thread_id) WHERE status IN ('queued', 'in_progress', 'requires_action', 'cancelling');

CREATE TABLE thread_files (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    thread_id VARCHAR NOT NULL,
    file_id VARCHAR NOT NULL,
    created_at INTEGER NOT NULL,
    any_tool BOOLEAN NOT NULL,
    UNIQUE (thread_id, file_id),
    FOREIGN KEY(thread_id) REFERENCES threads (id) ON DELETE CASCADE,
    FOREIGN KEY(file_id) REFERENCES files (id) ON DELETE CASCADE
);

CREATE INDEX ix_thread_files_file_id ON thread_files (file_id);

CREATE INDEX ix_thread_files_thread_id ON thread_files (thread_id);

CREATE TABLE thread_stores (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    thread_id VARCHAR NOT NULL,
    vector_store_id VARCHAR NOT NULL,
    UNIQUE (thread_id, vector_store_id),
    FOREIGN KEY(thread_id) REFERENCES threads (id) ON DELETE CASCADE,
    FOREIGN KEY(vector_store_id) REFERENCES vector_stores (id) ON DELETE CASCADE
);

CREATE INDEX ix_thread_stores_thread_id ON thread_stores (thread_id);

CREATE INDEX ix_thread_stores_vector_store_id ON thread_stores (vector_store_id);

CREATE TABLE vector_store_files (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    vector_store_id VARCHAR NOT NULL,
    file_id VARCHAR NOT NULL,
    created_at INTEGER NOT NULL,
    status VARCHAR NOT NULL,
    last_error JSON,
    usage_bytes INTEGER NOT NULL,
    chunking_strategy JSON,
    attributes JSON,
    UNIQUE (vector_store_id, file_id),
    FOREIGN KEY(vector_store_id) REFERENCES vector_stores (id) ON DELETE CASCADE,
    FOREIGN KEY(file_id) REFERENCES files (id) ON DELETE CASCADE
);

CREATE INDEX ix_vector_store_files_file_id ON vector_store_files (file_id);

CREATE INDEX ix_vector_store_files_status ON vector_store_files (status);

CREATE INDEX ix_vector_store_files_vector_store_id ON vector_store_files (vector_store_id);

CREATE TABLE chunks (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    store_file INTEGER NOT NULL,
    position INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    FOREIGN KEY(store_file) REFERENCES vector_store_files (seq) ON DELETE CASCADE
);

CREATE INDEX ix_chunks_store_file ON chunks (store_file);

CREATE TABLE events (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    run_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    data JSON,
    FOREIGN KEY(run_id) REFERENCES runs (id) ON DELETE CASCADE
);

CREATE INDEX ix_events_run_id ON events (run_id);

CREATE TABLE message_files (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    message_id VARCHAR NOT NULL,
    file_id VARCHAR NOT NULL,
    created_at INTEGER NOT NULL,
    tools JSON,
    FOREIGN KEY(message_id) REFERENCES messages (id) ON DELETE CASCADE,
    FOREIGN KEY(file_id) REFERENCES files (id) ON DELETE CASCADE
);

CREATE INDEX ix_message_files_file_id ON message_files (file_id);

CREATE INDEX ix_message_files_message_id ON message_files (message_id);

CREATE TABLE steps (
    seq INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    id VARCHAR NOT NULL,
    created_at INTEGER NOT NULL,
    run_id VARCHAR NOT NULL,
    thread_id VARCHAR NOT NULL,
    assistant_id VARCHAR NOT NULL,
    type VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    step_details JSON,
    notes JSON,
    last_error JSON,
    usage JSON,
    cancelled_at INTEGER,
    completed_at INTEGER,
    expires_at INTEGER NOT NULL,
    failed_at INTEGER,
    UNIQUE (id),
    FOREIGN KEY(run_id) REFERENCES runs (id) ON DELETE CASCADE
);

CREATE INDEX ix_steps_run_id ON steps (run_id);
