"""A local service that speaks the Assistants API: no key, no cloud, one SQLite database.

Run it with `python -m openai_assistants_service --database dev.db`, or from Python:

    with LocalService() as service:
        client = AssistantsClient(CompatibleEndpoint(service.base_url))
"""

from .local import LocalService

__all__ = ["LocalService"]
