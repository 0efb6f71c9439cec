"""What objects have, and which fields models are dumped with, as data.

`python -m tests.support.conformance.members` prints it for the openai package.
"""

import inspect
import json
import sys
from functools import cached_property
from importlib import import_module
from typing import Any

MODULES = (
    "types",
    "types.vector_stores",
    "types.beta",
    "types.beta.threads",
    "types.beta.threads.runs",
)


def members(thing: Any) -> list[str]:
    """Return the public names of a class, or of an object.

    Without those of a client's resources, which the tests of their methods compare.
    """
    kind = thing if inspect.isclass(thing) else type(thing)
    own: dict[str, Any] = {} if inspect.isclass(thing) else getattr(thing, "__dict__", {})
    names = {*dir(thing), *own}
    return sorted(
        name
        for name in names
        if not name.startswith("_")
        and not isinstance(inspect.getattr_static(kind, name, None), cached_property)
    )


def classes(openai: Any) -> dict[str, Any]:
    """Return what code meets of the openai package, by what it is."""
    pagination = import_module("openai.pagination")
    http: Any = import_module(openai.DefaultHttpxClient.__mro__[1].__module__.partition(".")[0])
    response = http.Response(404, request=http.Request("GET", "http://127.0.0.1"))
    binary = import_module("openai._legacy_response").HttpxBinaryResponseContent
    return {
        "models": openai.BaseModel,
        "pages": pagination.SyncCursorPage,
        "asynchronous pages": pagination.AsyncCursorPage,
        "contents of files": binary(response),
        "streams": openai.Stream,
        "asynchronous streams": openai.AsyncStream,
        "event handlers": openai.AssistantEventHandler(),
        "asynchronous event handlers": openai.AsyncAssistantEventHandler(),
        "clients": openai.OpenAI(api_key="k"),
        "asynchronous clients": openai.AsyncOpenAI(api_key="k"),
        "errors": openai.NotFoundError("", response=response, body={}),
    }


def models(openai: Any) -> dict[str, list[str]]:
    """Return the fields that a model without any is dumped with, by its name."""
    found: dict[str, list[str]] = {}
    for module in MODULES:
        for name, kind in vars(import_module(f"openai.{module}")).items():
            if inspect.isclass(kind) and issubclass(kind, openai.BaseModel):
                made: Any = kind
                found[name] = sorted(made.construct().model_dump())
    return found


if __name__ == "__main__":
    openai: Any = import_module("openai")
    dumped = {
        "members": {name: members(kind) for name, kind in classes(openai).items()},
        "models": models(openai),
        "sentinels": [
            (type(one).__module__, type(one).__name__)
            for one in (openai.NOT_GIVEN, openai.not_given, openai.omit)
        ],
    }
    json.dump(dumped, sys.stdout)
