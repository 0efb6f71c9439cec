"""Plays everything through the openai package.

`python -m tests.support.conformance.run_openai KIND URL KEY` is how.

It runs in an environment that has that package and nothing of ours. It prints what was said and
which requests were made, as JSON; whatever goes wrong is a traceback.
"""

import asyncio
import json
import sys
import warnings
from importlib import import_module
from typing import Any

from . import async_walkthroughs, scenes, walkthroughs
from .blocking import Blocking
from .journal import Journal
from .operations import WRONG_KEY, exercise_all, wrong_key
from .scenes import Generation

openai: Any = import_module("openai")  # by name: it is not there where this is type-checked

AZURE = {"azure-v1": "2024-02-15-preview", "azure-v2": "2024-05-01-preview"}


def main(kind: str, url: str, key: str) -> None:
    """Play everything through one kind of client."""
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    generation = scenes.V1_OF_A_V2_CLIENT if kind.endswith("v1") else scenes.V2
    journal = Journal()
    options: dict[str, Any] = {"api_key": key, "max_retries": 0}
    version = AZURE.get(kind.removeprefix("async-"))
    if version:
        options |= {"azure_endpoint": url, "api_version": version}
    else:
        options["base_url"] = f"{url}/v1"
    play = play_async if kind.startswith("async-") else play_sync
    json.dump(
        {"talks": play(options, generation, journal), "requests": journal.requests}, sys.stdout
    )


def play_sync(options: dict[str, Any], generation: Generation, journal: Journal) -> list[Any]:
    """Play it with OpenAI or AzureOpenAI."""
    make: Any = openai.AzureOpenAI if "azure_endpoint" in options else openai.OpenAI
    http = openai.DefaultHttpxClient(event_hooks=journal.hooks(), timeout=30)
    with make(**options, http_client=http) as client:
        exercise_all(client, openai, generation)
        wrong_key(client.with_options(api_key=WRONG_KEY), openai)
        return [walk(client, generation) for walk in walkthroughs.WALKTHROUGHS]


def play_async(options: dict[str, Any], generation: Generation, journal: Journal) -> list[Any]:
    """Play it with AsyncOpenAI or AsyncAzureOpenAI."""
    make: Any = openai.AsyncAzureOpenAI if "azure_endpoint" in options else openai.AsyncOpenAI
    http = openai.DefaultAsyncHttpxClient(event_hooks=journal.async_hooks(), timeout=30)
    client = make(**options, http_client=http)
    with asyncio.Runner() as runner:
        blocking: Any = Blocking(client, runner)
        exercise_all(blocking, openai, generation)
        wrong_key(blocking.with_options(api_key=WRONG_KEY), openai)
        talks = [runner.run(w(client, generation)) for w in async_walkthroughs.WALKTHROUGHS]
        runner.run(client.close())
    return talks


if __name__ == "__main__":
    main(*sys.argv[1:])
