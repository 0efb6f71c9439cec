"""Fixtures of the tests that move files over loopback."""

from collections.abc import Iterator

import pytest
from tests.support.client.loopback import KINDS, Kind, Shelf, serving


@pytest.fixture
def shelf() -> Iterator[Shelf]:
    """A server with nothing on it."""
    with serving(Shelf()) as running:
        yield running


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> Kind:
    """Both clients, over both libraries."""
    return Kind(*KINDS[request.param])
