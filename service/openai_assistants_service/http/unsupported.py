"""The operations and fields that the service does not support, and why."""

from collections.abc import Mapping
from typing import Any

from ..errors import ApiError, bad_request
from ..runs.unsupported_tools import DATA_SOURCES

UNSUPPORTED_OPERATIONS = {
    "import_file": (
        "it fetches the file from a URL, and this service uses no network: "
        "download the file and upload it with POST /files"
    ),
}
"""The reasons by operation id; a request for one is answered with a 400."""

UNSUPPORTED_FIELDS = {
    "configuration": DATA_SOURCES,
    "data_source": DATA_SOURCES,
    "data_sources": DATA_SOURCES,
}
"""The reasons by field of a request about vector stores; one that has it gets a 400."""


def unsupported_operation(operation_id: str) -> ApiError:
    """Make the 400 of an operation that is not supported."""
    return bad_request(
        f"This service does not support {operation_id}: {UNSUPPORTED_OPERATIONS[operation_id]}.",
        code="unsupported_operation",
    )


def refuse_unsupported(body: Mapping[str, Any]) -> None:
    """Raise the 400 of the first field that is not supported."""
    for name, reason in UNSUPPORTED_FIELDS.items():
        if name in body:
            raise bad_request(
                f"This service does not support '{name}': {reason}.",
                name,
                "unsupported_parameter",
            )
