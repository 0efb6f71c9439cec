"""Other clients of the Assistants API against the service, and the same code through ours."""
