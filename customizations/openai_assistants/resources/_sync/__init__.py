# Written from resources/_async/__init__.py by `make generate`.
# Do not edit: change that file.
"""Resources of the synchronous client, with helpers of ours."""
