"""What the service does not serve, and why; it answers such a request with a 400 that says so."""

from .errors import ApiError, bad_request

UNSERVED = {
    "import_file": (
        "it fetches the file from a URL, and this service uses no network: "
        "download the file and upload it with POST /files"
    ),
}
"""The reasons by operation id."""


def not_served(operation_id: str) -> ApiError:
    """Make the 400 of an operation that is not served."""
    return bad_request(
        f"This service does not support {operation_id}: {UNSERVED[operation_id]}.",
        code="unsupported_operation",
    )
