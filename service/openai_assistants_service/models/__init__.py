"""The models that can answer in a run."""

from openai_assistants_core.extras import needs_extra

with needs_extra("service"):
    from . import base, conversation

__all__ = ["base", "conversation"]
