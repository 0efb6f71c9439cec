"""Users that go on and on, in threads of their own, while the service is killed."""

import threading
from contextlib import ExitStack
from random import Random
from typing import Self

from tests.support.service.crashes.client import PATIENCE, Client, Ledger, Urls
from tests.support.service.crashes.users import TOOLS, USERS, Notes, User

_THOUGHT = 0.3
"""The most seconds between two things that a user does."""


class Load:
    """All users of a service.

    Attributes:
        client: for whoever looks at the service besides.
    """

    def __init__(self, urls: Urls, seed: str) -> None:
        self.ledger = Ledger()
        self.notes = Notes()
        self._failed = threading.Event()
        self._enough = threading.Event()
        self._failures: list[BaseException] = []
        self._urls = urls
        self._seed = seed
        self._clients = ExitStack()
        self.client = self._client("main")
        self._threads: list[threading.Thread] = []

    def _client(self, name: str) -> Client:
        client = Client(self._urls, self.ledger, Random(f"{self._seed} {name}"), self._failed)
        self._clients.callback(client.close)
        return client

    def __enter__(self) -> Self:
        body = {"model": "m", "tools": TOOLS}
        self.assistant: str = self.client.insist("POST", "/assistants", json=body)["id"]
        for number, user in enumerate(USERS):
            arguments = (user, self._client(str(number)))
            self._threads.append(threading.Thread(target=self._repeat, args=arguments))
            self._threads[-1].start()
        return self

    def __exit__(self, *_: object) -> None:
        self._failed.set()
        self._enough.set()
        for thread in self._threads:
            thread.join()
        self._clients.close()

    def _repeat(self, user: User, client: Client) -> None:
        try:
            while not self._enough.is_set():
                user(client, self.assistant, self.notes)
                self._enough.wait(client.random.uniform(0, _THOUGHT))
        except BaseException as error:  # whatever it is, the test has to hear of it
            self._failures.append(error)
            self._failed.set()

    def wait(self, seconds: float) -> None:
        """Let the users go on for a while."""
        self._failed.wait(seconds)
        self._require_no_failure()

    def go_on(self, answers: int) -> None:
        """Return after so many more answers."""
        ledger = self.ledger
        with ledger.answered:
            enough = len(ledger.said) + answers
            ledger.answered.wait_for(
                lambda: len(ledger.said) >= enough or self._failed.is_set(), PATIENCE
            )
            came = len(ledger.said) >= enough
        self._require_no_failure()
        assert came, "the service does not answer any more"

    def finish(self) -> None:
        """Have the users end what they are doing."""
        self._enough.set()
        for thread in self._threads:
            thread.join(PATIENCE)
        self._require_no_failure()
        assert not any(thread.is_alive() for thread in self._threads), "a user does not end"

    def _require_no_failure(self) -> None:
        for failure in self._failures:
            raise failure
