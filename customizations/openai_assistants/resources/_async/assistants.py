"""Assistants, whose tools may be functions and whose answers may have a type."""

from openai_assistants_rest.resources import assistants as generated

from ..described import takes_python_objects

__all__ = ["AsyncAssistants"]


class AsyncAssistants(generated.AsyncAssistants):
    """Operations on `assistants`."""

    create = takes_python_objects(generated.AsyncAssistants.create)
    update = takes_python_objects(generated.AsyncAssistants.update)
