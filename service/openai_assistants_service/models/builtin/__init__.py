"""The built-in model: a deterministic stand-in that decides the next turn of a run.

It knows nothing of its own. `plan` looks at the question, at the tools that are offered and at
what earlier calls returned, and computes what to do next. It does no I/O: the engine makes the
calls and asks again.
"""

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
