# Written from streaming/_async/__init__.py by `make generate`.
# Do not edit: change that file.
"""The synchronous side, from which the synchronous one is written."""
