"""The event loop that is running."""

from typing import Any

import sniffio


def event_loop() -> Any:
    """The running event loop of asyncio, or the token of trio's."""
    if sniffio.current_async_library() == "trio":
        import trio

        return trio.lowlevel.current_trio_token()
    import asyncio

    return asyncio.get_running_loop()
