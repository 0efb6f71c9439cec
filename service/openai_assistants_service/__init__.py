"""A local service that speaks the Assistants API: no key, no cloud, one SQLite database.

Run it with `python -m openai_assistants_service --database dev.db`, or from Python:

    with LocalService() as service:
        client = AssistantsClient(CompatibleEndpoint(service.base_url))

or without a socket: `AssistantsClient(LocalEndpoint())`.
"""

from typing import TYPE_CHECKING, Any

from openai_assistants_core.extras import needs_extra

if TYPE_CHECKING:
    from .local import LocalEndpoint, LocalService

__all__ = ["LocalEndpoint", "LocalService"]


def __getattr__(name: str) -> Any:
    """Loads them: not yet when the command line looks for this package."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    with needs_extra("service"):
        from . import local
    return getattr(local, name)
