"""Which event loop runs."""

from typing import Any

import sniffio


def event_loop() -> Any:
    """The loop of asyncio that runs here, or the token of trio's."""
    if sniffio.current_async_library() == "trio":
        import trio

        return trio.lowlevel.current_trio_token()
    import asyncio

    return asyncio.get_running_loop()
