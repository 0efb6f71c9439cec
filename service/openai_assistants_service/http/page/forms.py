"""What a form of the page brings."""

from urllib.parse import parse_qsl

from starlette.requests import Request

from ...errors import bad_request, too_large
from ..body import LARGEST_JSON, media_type

_FORM = "application/x-www-form-urlencoded"
_MOST_FIELDS = 1000


async def read_form(request: Request) -> dict[str, str]:
    """Return the fields of a form; of one that is there twice the last counts.

    Raises:
        ApiError: it is no form, or too large.
    """
    if media_type(request.headers.get("content-type", "")) != _FORM:
        raise bad_request(f"Expected a body of {_FORM}.", code="invalid_content_type")
    data = bytearray()
    async for piece in request.stream():
        data += piece
        if len(data) > LARGEST_JSON:
            raise too_large()
    try:
        pairs = parse_qsl(
            data.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MOST_FIELDS,
        )
    except ValueError:
        raise bad_request("The form could not be read.", code="invalid_form") from None
    # A browser ends lines as HTTP does, whatever was typed (HTML, 4.10.22.4).
    return {name: value.replace("\r\n", "\n") for name, value in pairs}
