"""Streams through the openai package: `python -m tests.support.conformance.run_openai_streams`.

Its arguments are KIND URL KEY. It prints what came of each scene, as JSON.
"""

import asyncio
import json
import sys
import warnings
from importlib import import_module
from typing import Any

from . import async_streamed, scenes, streamed
from .run_scenarios import AZURE
from .scenes import Generation

openai: Any = import_module("openai")  # by name: it is not there where this is type-checked


def main(kind: str, url: str, key: str) -> None:
    """Play all scenes with one kind of client."""
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    generation = scenes.V1_OF_A_V2_CLIENT if kind.endswith("v1") else scenes.V2
    options: dict[str, Any] = {"api_key": key, "max_retries": 0, "timeout": 30}
    version = AZURE[kind[-2:]] if "azure" in kind else None
    if version:
        options |= {"azure_endpoint": url, "api_version": version}
    else:
        options["base_url"] = f"{url}/v1"
    if kind.startswith("async-"):
        result = asyncio.run(play(options, generation))
    else:
        make: Any = openai.AzureOpenAI if version else openai.OpenAI
        with make(**options) as client:
            result = {one.__name__: one(client, generation) for one in streamed.SCENES}
    json.dump(result, sys.stdout)


async def play(options: dict[str, Any], generation: Generation) -> dict[str, Any]:
    """Play them with an asynchronous client."""
    make: Any = openai.AsyncAzureOpenAI if "api_version" in options else openai.AsyncOpenAI
    async with make(**options) as client:
        return {one.__name__: await one(client, generation) for one in async_streamed.SCENES}


if __name__ == "__main__":
    main(*sys.argv[1:])
