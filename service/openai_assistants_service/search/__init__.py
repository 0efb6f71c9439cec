"""File search: files become text, text becomes chunks, chunks are found by full-text search."""
