# Written from transfer/_async/__init__.py by `make generate`.
# Do not edit: change that file.
"""The synchronous halves; `make generate` writes the synchronous ones from them."""
