"""A program that exports or imports, and kills itself at a moment; started again, it goes on.

Arguments: `export` or `import`, the base URL, the folder, and the moment: `KIND:N`, when N things
of a kind are done; `rename:N`, when a file is about to get its name for the Nth time; `answer:N`,
when the Nth request that creates something was answered, and nobody knows yet; or `never`. After
that, `async` to use the asynchronous client, `map` to have everything created anew, `unkeyed` to
send no idempotency keys.
"""

import asyncio
import itertools
import os
import signal
import sys
from typing import Any

import httpx

from openai_assistants import AssistantsClient, AsyncAssistantsClient, CompatibleEndpoint
from openai_assistants.transfer import (
    Progress,
    async_export,
    async_import_folder,
    export,
    import_folder,
)

ACTION, BASE_URL, FOLDER, MOMENT, *OPTIONS = sys.argv[1:]
KIND, _, NUMBER = MOMENT.partition(":")
counter = itertools.count(1)


def count() -> None:
    if next(counter) == int(NUMBER):
        os.kill(os.getpid(), signal.SIGKILL)


def on_progress(progress: Progress) -> None:
    if progress.kind == KIND and progress.done >= int(NUMBER):
        os.kill(os.getpid(), signal.SIGKILL)


def on_event(event: str, _: object) -> None:
    if event == "os.rename":
        count()


class Deadly(httpx.HTTPTransport):
    """Dies when something was created, before the answer is read."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if "unkeyed" in OPTIONS:
            request.headers.pop("idempotency-key", None)
        response = super().handle_request(request)
        if request.method == "POST":
            response.read()
            if KIND == "answer":
                count()
        return response


def main() -> None:
    keep: dict[str, Any] = {"keep_ids": False} if "map" in OPTIONS else {}
    if KIND == "rename":
        sys.addaudithook(on_event)
    if "async" in OPTIONS:
        asyncio.run(async_main(keep))
        return
    with (
        httpx.Client(transport=Deadly()) as http,
        AssistantsClient(CompatibleEndpoint(BASE_URL), http_client=http) as client,
    ):
        if ACTION == "export":
            print(export(client, FOLDER, on_progress=on_progress).counts)
        else:
            print(import_folder(client, FOLDER, on_progress=on_progress, **keep).created)


async def async_main(keep: dict[str, Any]) -> None:
    async with AsyncAssistantsClient(CompatibleEndpoint(BASE_URL)) as client:
        if ACTION == "export":
            print((await async_export(client, FOLDER, on_progress=on_progress)).counts)
        else:
            made = await async_import_folder(client, FOLDER, on_progress=on_progress, **keep)
            print(made.created)


main()
