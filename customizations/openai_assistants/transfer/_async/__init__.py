"""The asynchronous halves; `make generate` writes the synchronous ones from them."""
