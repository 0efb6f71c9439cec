"""What the service does not serve, and why; whoever asks for it is told the reason."""

from collections.abc import Mapping
from typing import Any

from .errors import ApiError, bad_request

UNSERVED = {
    "import_file": (
        "it fetches the file from a URL, and this service uses no network: "
        "download the file and upload it with POST /files"
    ),
}
"""The reasons by operation id; a request for one is answered with a 400."""

DATA_SOURCES = (
    "it would fetch data that are kept elsewhere, and this service uses no network: "
    "upload them with POST /files"
)

UNSERVED_FIELDS = {
    "configuration": DATA_SOURCES,
    "data_source": DATA_SOURCES,
    "data_sources": DATA_SOURCES,
}
"""The reasons by field of a request about vector stores; one that has it gets a 400."""

UNUSED_TOOLS = {
    "azure_ai_search": "it searches an index elsewhere, and this service uses no network",
    "azure_function": "it calls a function through queues, and this service uses no network",
    "bing_grounding": "it searches the web, and this service uses no network",
    "connected_agent": "it hands work to another agent, and runs here work alone",
    "openapi": "it calls a web API, and this service uses no network",
}
"""The reasons by type of tool; assistants have them, but a run that has to use one fails."""


def not_served(operation_id: str) -> ApiError:
    """Make the 400 of an operation that is not served."""
    return bad_request(
        f"This service does not support {operation_id}: {UNSERVED[operation_id]}.",
        code="unsupported_operation",
    )


def refuse_unserved(body: Mapping[str, Any]) -> None:
    """Raise the 400 of the first field that is not served."""
    for name, reason in UNSERVED_FIELDS.items():
        if name in body:
            raise bad_request(
                f"This service does not support '{name}': {reason}.",
                name,
                "unsupported_parameter",
            )
