"""How a client authenticates."""
