"""Decide the next turn of a run."""

from .types import Answer, Conversation, Segment, Turn


def plan(conversation: Conversation) -> Turn:
    """Return what to do next: call functions, run code, search files, or answer."""
    return Answer((Segment("I am the local stand-in for a model."),))
