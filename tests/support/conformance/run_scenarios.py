"""Plays all scenarios: `... -m tests.support.conformance.run_scenarios CLIENT URL KEY CLOCK TLS`.

It runs in the environment of the client, which need have nothing of ours. It prints, as JSON, what
became of each scenario in each way that the client has to the service: `yes`, `no` for what it
has no operation for, or a traceback; and the requests, where the client's are seen.

Args:
    CLIENT: a key of `CLIENTS`.
    CLOCK: the file that moves the service's clock, see `moved_clock`.
    TLS: the URL of a service that speaks TLS, and the file of its certificate, with a comma.
"""

import asyncio
import json
import sys
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from . import moved_clock, scenes
from .blocking import Blocking
from .journal import Journal
from .peers import ERRORS, Missing
from .scenarios import SCENARIOS, Scenario
from .scenes import Generation
from .stage import WRONG_KEY, Stage

AZURE = {"v1": "2024-02-15-preview", "v2": "2024-05-01-preview"}


class Way(NamedTuple):
    """A way of a client to the service.

    Attributes:
        make: opens a client, given its key.
        errors: the module with its classes of errors.
        requests: those that it has made.
    """

    name: str
    generation: Generation
    make: Callable[[str], Any]
    errors: Any
    requests: Sequence[str] = ()


def openai_ways(url: str, *_: str) -> Iterator[Way]:
    """OpenAI and AzureOpenAI of the openai package, synchronous and asynchronous."""
    openai: Any = import_module("openai")  # by name: it is not there where this is type-checked
    kinds = {
        "OpenAI": ("v2", {"base_url": f"{url}/v1"}),
        "AzureOpenAI": ("v2", {"azure_endpoint": url, "api_version": AZURE["v2"]}),
        "AzureOpenAI v1": ("v1", {"azure_endpoint": url, "api_version": AZURE["v1"]}),
    }
    for name, (generation, options) in kinds.items():
        for prefix in ("", "Async"):
            journal = Journal()
            kind = getattr(openai, prefix + name.removesuffix(" v1"))
            Http: Any = getattr(openai, f"Default{prefix}HttpxClient")  # noqa: N806 - a class
            hooks = journal.async_hooks() if prefix else journal.hooks()
            make = partial(_made, kind, Http, hooks, {**options, "max_retries": 0})
            views = scenes.V1_OF_A_V2_CLIENT if generation == "v1" else scenes.V2
            yield Way(prefix + name, views, make, openai, journal.requests)


def _made(kind: Any, http: Any, hooks: Any, options: dict[str, Any], key: str) -> Any:
    return kind(**options, api_key=key, http_client=http(event_hooks=hooks, timeout=30))


def our_ways(url: str, *_: str) -> Iterator[Way]:
    """Our clients, with every kind of endpoint."""
    ours: Any = import_module("openai_assistants")
    httpx: Any = import_module("httpx")
    v1, v2 = scenes.V1, scenes.V2
    key, azure_key = ours.OpenAIKeyCredential, ours.AzureKeyCredential
    project = f"{url}/api/projects/mine"
    kinds = {
        "OpenAI": (v2, ours.OpenAIEndpoint(f"{url}/v1"), key),
        "OpenAI v1": (v1, ours.OpenAIEndpoint(f"{url}/v1", beta="assistants=v1"), key),
        "Azure": (v2, ours.AzureOpenAIEndpoint(url), azure_key),
        "Azure v1": (v1, ours.AzureOpenAIEndpoint(url, api_version=AZURE["v1"]), azure_key),
        "Azure undated": (v2, ours.AzureOpenAIV1Endpoint(url), azure_key),
        "Foundry": (scenes.FOUNDRY, ours.FoundryEndpoint(project), azure_key),
        "compatible": (v2, ours.CompatibleEndpoint(f"{url}/v1"), key),
    }
    for name, (generation, endpoint, credential) in kinds.items():
        for prefix in ("", "Async"):
            journal = Journal()
            kind = getattr(ours, f"{prefix}AssistantsClient")
            hooks = journal.async_hooks() if prefix else journal.hooks()
            http = getattr(httpx, f"{prefix}Client")

            options = {"hooks": hooks, "http": http, "credential": credential}
            make = partial(_ours_made, kind, endpoint, options)
            yield Way(f"{prefix}{name}", generation, make, ours, journal.requests)


def _ours_made(kind: Any, endpoint: Any, options: dict[str, Any], key: str) -> Any:
    http = options["http"](event_hooks=options["hooks"], timeout=30)
    return kind(endpoint, options["credential"](key), http_client=http, max_retries=0)


def node_ways(package: str, url: str, *_: str) -> Iterator[Way]:
    """One of the npm packages, at OpenAI's and at Azure's paths."""
    node = import_module("tests.support.conformance.node")
    kind = node.OpenAI if package == "openai" else node.AssistantsClient
    for mode in ("openai", "azure"):
        generation = scenes.V2 if package == "openai" else scenes.V1
        yield Way(mode, generation, partial(kind, mode, url), ERRORS)


def agents_ways(_: str, tls: str) -> Iterator[Way]:
    """azure-ai-agents, synchronous and asynchronous, which insists on https."""
    agents = import_module("tests.support.conformance.agents")
    url, certificate = tls.split(",")
    for name, runner in (("sync", None), ("async", asyncio.Runner())):

        def make(key: str, runner: Any = runner) -> Any:
            return agents.Agents(url, key, certificate, runner)

        yield Way(name, scenes.FOUNDRY, make, ERRORS)


CLIENTS: dict[str, Callable[..., Iterator[Way]]] = {
    "ours": our_ways,
    "openai": openai_ways,
    "npm-openai": partial(node_ways, "openai"),
    "npm-assistants": partial(node_ways, "@azure/openai-assistants"),
    "agents": agents_ways,
}


def play(way: Way, key: str, clock: Path) -> dict[str, str]:
    """Play every scenario of the way's generation."""
    with ExitStack() as stack:
        runner = stack.enter_context(asyncio.Runner())

        def opened(key: str) -> Any:
            client = way.make(key)
            if hasattr(client, "__aenter__"):
                client = Blocking(client, runner)
            stack.callback(client.close)
            return client

        later = partial(moved_clock.move, clock)
        client = opened(key)
        stage = Stage(client, way.errors, way.generation, lambda: opened(WRONG_KEY), later)
        shown = {"v2" if way.generation.has_stores else "v1"}
        shown |= {"foundry"} if way.generation.lists_threads else set()
        return {one.name: outcome(one, stage) for one in SCENARIOS if shown & {*one.generations}}


def outcome(scenario: Scenario, stage: Stage) -> str:
    """Play one scenario; return `yes`, `no`, or what went wrong."""
    try:
        for method in scenario.needs:
            attrgetter(method)(stage.client)
    except AttributeError:
        return "no"
    try:
        scenario.play(stage)
    except Missing:
        return "no"
    except TypeError as error:  # a parameter that older versions lack
        return "no" if "unexpected keyword" in str(error) else traceback.format_exc()
    except Exception:
        return traceback.format_exc()
    return "yes"


def main(kind: str, url: str, key: str, clock: str, tls: str) -> None:
    """Play everything with a client, in all its ways."""
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    said = {
        way.name: {
            "generation": "v2" if way.generation.has_stores else "v1",
            "outcomes": play(way, key, Path(clock)),
            "requests": way.requests,
        }
        for way in CLIENTS[kind](url, tls)
    }
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
