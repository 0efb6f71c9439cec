"""Streams through the openai package: `python -m tests.support.conformance.run_openai_streams`.

Its arguments are KIND URL KEY, and the names of scenes to play; without, all of SCENES. It prints
what came of each, as JSON.
"""

import asyncio
import json
import sys
import warnings
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from . import async_streamed, scenes, streamed
from .run_scenarios import AZURE
from .scenes import Generation

openai: Any = import_module("openai")  # by name: it is not there where this is type-checked


def main(kind: str, url: str, key: str, *wanted: str) -> None:
    """Play scenes with one kind of client."""
    chosen = wanted or [one.__name__ for one in streamed.SCENES]
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    generation = scenes.V1_OF_A_V2_CLIENT if kind.endswith("v1") else scenes.V2
    options: dict[str, Any] = {"api_key": key, "max_retries": 0, "timeout": 30}
    version = AZURE[kind[-2:]] if "azure" in kind else None
    if version:
        options |= {"azure_endpoint": url, "api_version": version}
    else:
        options["base_url"] = f"{url}/v1"
    if kind.startswith("async-"):
        result = asyncio.run(play(options, generation, chosen))
    else:
        make: Any = openai.AzureOpenAI if version else openai.OpenAI
        with make(**options) as client:
            result = {name: getattr(streamed, name)(client, generation) for name in chosen}
    json.dump(result, sys.stdout)


async def play(
    options: dict[str, Any], generation: Generation, chosen: Sequence[str]
) -> dict[str, Any]:
    """Play them with an asynchronous client."""
    make: Any = openai.AsyncAzureOpenAI if "api_version" in options else openai.AsyncOpenAI
    async with make(**options) as client:
        return {name: await getattr(async_streamed, name)(client, generation) for name in chosen}


if __name__ == "__main__":
    main(*sys.argv[1:])
