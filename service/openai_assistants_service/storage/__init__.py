"""Storage: one SQLite database, and a folder beside it with the contents of files."""
