"""A model server of fixed pace: `python -m benchmarks.model_server` prints the URL it listens at.

It speaks as much of chat completions as is needed: to any request it streams the same words.
Other numbers than TOKENS and FIRST may be given as arguments.
"""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import suppress
from functools import partial

TOKENS = 150
FIRST = 0.1
"""Seconds until the first token, as a model reads the prompt meanwhile."""
PACE = 0.02
"""Seconds from one token to the next."""

_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
_END = b"0\r\n\r\n"


def _piece(event: str) -> bytes:
    data = f"data: {event}\n\n".encode()
    return b"%x\r\n%b\r\n" % (len(data), data)


def _chunk(delta: dict[str, str], finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    return _piece(json.dumps({"object": "chat.completion.chunk", "choices": [choice]}))


async def _read_request(reader: asyncio.StreamReader) -> None:
    head = await reader.readuntil(b"\r\n\r\n")
    fields = dict(
        line.split(": ", 1) for line in head.decode().lower().split("\r\n") if ": " in line
    )
    await reader.readexactly(int(fields["content-length"]))


async def _answer(
    tokens: int, first: float, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
) -> None:
    """Answers the requests of one connection; token n is sent n paces after the first."""
    clock = asyncio.get_running_loop().time
    with suppress(asyncio.IncompleteReadError, ConnectionError):
        while True:
            await _read_request(reader)
            writer.write(_HEAD)
            due = clock() + first
            for number in range(tokens):
                await asyncio.sleep(due + number * PACE - clock())
                writer.write(_chunk({"content": f"word{number} "}))
            usage = {"prompt_tokens": 10, "completion_tokens": tokens}
            writer.write(_chunk({}, "stop"))
            writer.write(_piece(json.dumps({"choices": [], "usage": usage})))
            writer.write(_piece("[DONE]") + _END)
            await writer.drain()
    writer.close()


async def _serve(tokens: int = TOKENS, first: float = FIRST) -> None:
    answer = partial(_answer, tokens, first)
    server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=512)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(_serve(*map(int, sys.argv[1:2]), *map(float, sys.argv[2:3])))
