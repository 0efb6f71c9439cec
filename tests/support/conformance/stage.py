"""What a scenario is given."""

from collections.abc import Callable
from typing import Any, NamedTuple

from .scenes import Generation

WRONG_KEY = "sk-quite-another-key"


class Stage(NamedTuple):
    """A client and what belongs to it.

    Attributes:
        client: has the shape of the openai package's, as far as it has the operations.
        errors: the module, or the like, that has its classes of errors.
        generation: which its service shows.
        stranger: makes a client with a key that the service does not know.
        later: moves the service's clock on, by seconds.
    """

    client: Any
    errors: Any
    generation: Generation
    stranger: Callable[[], Any]
    later: Callable[[float], None]
