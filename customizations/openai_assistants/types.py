"""The objects of the API and the shapes of its requests, for annotations.

Models (`Message`, `Run`, ...) come with answers; names that end in Param, Params or Request are
TypedDicts of what methods take.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openai_assistants_rest.models import *  # noqa: F403
    from openai_assistants_rest.params import *  # noqa: F403


def __getattr__(name: str) -> Any:
    suffixes = ("Param", "Params", "Request")
    module = "params" if name.endswith(suffixes) else "models"
    if not name.startswith("_"):
        return getattr(importlib.import_module(f"openai_assistants_rest.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
