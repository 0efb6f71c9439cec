"""The built-in model: rules that decide the next turn of a run; no I/O, no chance, no knowledge."""

from .plan import plan
from .types import (
    Answer,
    Call,
    CallFunctions,
    Conversation,
    FunctionCall,
    FunctionSpec,
    Passage,
    RunCode,
    Search,
    Segment,
    Turn,
    Utterance,
)

__all__ = [
    "Answer",
    "Call",
    "CallFunctions",
    "Conversation",
    "FunctionCall",
    "FunctionSpec",
    "Passage",
    "RunCode",
    "Search",
    "Segment",
    "Turn",
    "Utterance",
    "plan",
]
