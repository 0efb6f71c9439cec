"""The objects of the API and the shapes of its requests, for annotations.

Models (`Message`, `Run`, ...) come with answers; names that end in Param, Params or Request are
TypedDicts of what methods take.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openai_assistants_core import Model as Model  # noqa: PLC0414
    from openai_assistants_core import UnknownVariant as UnknownVariant  # noqa: PLC0414
    from openai_assistants_rest.models import *  # noqa: F403
    from openai_assistants_rest.params import *  # noqa: F403

_OF_ALL_MODELS = ("Model", "UnknownVariant")


def __getattr__(name: str) -> Any:
    if name.startswith("_"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name in _OF_ALL_MODELS:
        package = "openai_assistants_core"
    elif name.endswith(("Param", "Params", "Request")):
        package = "openai_assistants_rest.params"
    else:
        package = "openai_assistants_rest.models"
    return getattr(importlib.import_module(package), name)
