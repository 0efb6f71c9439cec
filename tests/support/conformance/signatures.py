"""The methods of a client and their parameters, as data.

`python -m tests.support.conformance.signatures` prints them for the clients of the openai package.
"""

import inspect
import json
import sys
from importlib import import_module
from operator import attrgetter
from typing import Any, TypedDict

RESOURCES = (
    "beta.assistants",
    "beta.threads",
    "beta.threads.messages",
    "beta.threads.runs",
    "beta.threads.runs.steps",
    "files",
    "vector_stores",
    "vector_stores.files",
    "vector_stores.file_batches",
)


class Parameter(TypedDict):
    """One parameter."""

    name: str
    kind: str
    required: bool


class Method(TypedDict):
    """One method."""

    awaited: bool
    parameters: list[Parameter]


def methods(client: Any) -> dict[str, Method]:
    """Return the public methods of the resources of a client, by path."""
    found: dict[str, Method] = {}
    for path in RESOURCES:
        resource = attrgetter(path)(client)
        for name in dir(type(resource)):
            function = inspect.getattr_static(type(resource), name)
            if not name.startswith("_") and inspect.isfunction(function):
                found[f"{path}.{name}"] = describe(getattr(resource, name))
    return found


def describe(method: Any) -> Method:
    """Describe one bound method."""
    return {
        "awaited": inspect.iscoroutinefunction(inspect.unwrap(method)),
        "parameters": [
            {"name": each.name, "kind": each.kind.name, "required": each.default is each.empty}
            for each in inspect.signature(method).parameters.values()
        ],
    }


if __name__ == "__main__":
    openai: Any = import_module("openai")
    clients = {"sync": openai.OpenAI(api_key="k"), "async": openai.AsyncOpenAI(api_key="k")}
    json.dump({kind: methods(client) for kind, client in clients.items()}, sys.stdout)
