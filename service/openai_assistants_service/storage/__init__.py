"""What the service keeps: one SQLite database, and the uploads in a folder beside it."""
