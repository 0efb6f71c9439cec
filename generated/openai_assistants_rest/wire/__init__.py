# Generated from spec/assistants.yaml by `make generate`.
# Do not edit: change the description or a template.
"""Structs that large answers are read by."""
