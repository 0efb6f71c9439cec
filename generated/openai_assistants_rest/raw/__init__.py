# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Resources whose methods give answers undecoded."""
