"""How a generator is ended from outside."""

from collections.abc import AsyncGenerator, Generator
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from types import AsyncGeneratorType, GeneratorType


def end(generator: Generator[Any]) -> None:
    """Ends a generator, unless it is what is running: then it goes on, and finds what is closed."""
    if not cast("GeneratorType[Any, Any, Any]", generator).gi_running:
        generator.close()


async def async_end(generator: AsyncGenerator[Any]) -> None:
    """As `end`, for an asynchronous generator."""
    if not cast("AsyncGeneratorType[Any, Any]", generator).ag_running:
        await generator.aclose()
