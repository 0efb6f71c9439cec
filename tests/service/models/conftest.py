"""Both APIs of language models, each with a service in front of a scripted server."""

from collections.abc import Iterator

import pytest
from tests.support.models.dialects import DIALECTS, Dialect
from tests.support.models.talk import Talk, talking


@pytest.fixture(scope="module", params=DIALECTS, ids=lambda dialect: dialect.name)
def dialect(request: pytest.FixtureRequest) -> Dialect:
    found: Dialect = request.param
    return found


@pytest.fixture(scope="module")
def talk(dialect: Dialect) -> Iterator[Talk]:
    """One for a module: tests say what its model is to follow."""
    with talking(dialect) as made:
        yield made
