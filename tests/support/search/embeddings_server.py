"""A server with OpenAI's embeddings API, whose model knows a few words, and what they mean."""

from __future__ import annotations

import json
import re
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

MEANINGS = (
    {"cat", "feline", "kitten"},
    {"dog", "hound", "puppy"},
    {"car", "vehicle", "automobile"},
    {"bread", "loaf", "baker"},
)


def vector(text: str) -> list[float]:
    """How often each of the meanings comes; what has none is like nothing else."""
    words = re.findall(r"\w+", text.casefold())
    return [*(float(sum(word in some for word in words)) for some in MEANINGS), 0.1]


class EmbeddingsServer:
    """Serves on a free port.

    Attributes:
        status: what it answers, 200 with vectors.
        refuses: a word that its model does not take; then it answers with `refusal`.
    """

    def __init__(self) -> None:
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.status = 200
        self.refuses = ""
        self.refusal = 400
        self.body: bytes | None = None
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
                outer.requests.append({"path": self.path, **asked})
                outer.keys.append(self.headers["authorization"])
                body = outer.body or outer.answer(asked["input"])
                self.send_response(outer.status_of(asked["input"]))
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))

    def status_of(self, texts: list[str]) -> int:
        refused = self.refuses and any(self.refuses in text for text in texts)
        return self.refusal if refused else self.status

    def answer(self, texts: list[str]) -> bytes:
        data = [
            {"object": "embedding", "index": index, "embedding": vector(text)}
            for index, text in enumerate(texts)
        ]
        return json.dumps({"object": "list", "model": "m", "data": data[::-1]}).encode()

    @property
    def texts(self) -> list[str]:
        """Everything that vectors were asked of."""
        return [text for request in self.requests for text in request["input"]]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/v1"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
