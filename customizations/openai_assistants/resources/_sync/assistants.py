# Written from resources/_async/assistants.py by `make generate`.
# Do not edit: change that file.
"""Assistants, whose tools may be functions and whose answers may have a type."""

from openai_assistants_rest.resources import assistants as generated

from ..described import takes_python_objects

__all__ = ["Assistants"]


class Assistants(generated.Assistants):
    """Operations on `assistants`."""

    create = takes_python_objects(generated.Assistants.create)
    update = takes_python_objects(generated.Assistants.update)
