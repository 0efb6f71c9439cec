"""Moves a large file up and down, and tells by how much that made the peak of memory grow.

`serve` prints its URL, takes any upload, answers how large its body was, and gives any download;
`move URL FILE ASYNC` uploads and downloads, and prints the growth in KiB and the size received.
"""

import asyncio
import json
import re
import sys
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingTCPServer

from openai_assistants import AssistantsClient, AsyncAssistantsClient, CompatibleEndpoint

SIZE = 256 * 1024 * 1024
PIECE = bytes(1 << 20)


class Handler(StreamRequestHandler):
    """One connection, by hand: quicker than any framework."""

    def handle(self) -> None:
        while line := self.rfile.readline():
            length, wanted = 0, int(line.split()[1].rpartition(b"/file-")[2].split(b"/")[0] or b"0")
            while (header := self.rfile.readline()) != b"\r\n":
                name, _, value = header.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            if line.startswith(b"GET"):
                self.head(wanted)
                for start in range(0, wanted, len(PIECE)):
                    self.request.sendall(PIECE[: wanted - start])
            else:
                self.take(length)
                body = json.dumps({"id": "file-1", "object": "file", "bytes": length}).encode()
                self.head(len(body))
                self.request.sendall(body)

    def head(self, length: int) -> None:
        self.request.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n" % length)

    def take(self, length: int) -> None:
        buffer = bytearray(1 << 20)
        while length:
            got = self.rfile.readinto(memoryview(buffer)[:length])
            assert got
            length -= got


def serve() -> None:
    """Until it is stopped."""
    with ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        print(f"http://127.0.0.1:{server.server_address[1]}/v1", flush=True)
        server.serve_forever()


def peak() -> int:
    """The most memory this process has had, in KiB."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0])


def move(url: str, file: Path) -> None:
    """With the synchronous client."""
    small, large = file.with_name("small"), file.with_name("copy")
    with AssistantsClient(CompatibleEndpoint(url)) as client:
        client.files.create(file=bytes(1 << 20), purpose="assistants")
        client.files.download(f"file-{1 << 20}", small)
        before = peak()
        client.files.create(file=file, purpose="assistants")
        client.files.download(f"file-{SIZE}", large)
        print(peak() - before, large.stat().st_size)


async def move_async(url: str, file: Path) -> None:
    """With the asynchronous client."""
    small, large = file.with_name("small"), file.with_name("copy")
    async with AsyncAssistantsClient(CompatibleEndpoint(url)) as client:
        await client.files.create(file=bytes(1 << 20), purpose="assistants")
        await client.files.download(f"file-{1 << 20}", small)
        before = peak()
        await client.files.create(file=file, purpose="assistants")
        await client.files.download(f"file-{SIZE}", large)
        print(peak() - before, large.stat().st_size)


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        serve()
    elif int(sys.argv[4]):
        asyncio.run(move_async(sys.argv[2], Path(sys.argv[3])))
    else:
        move(sys.argv[2], Path(sys.argv[3]))
