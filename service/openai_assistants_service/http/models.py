"""`GET /models`: the names that models were given. It is no operation of the Assistants API."""

from starlette.responses import Response

from openai_assistants_core import dumps

from ..errors import ApiError
from ..json_types import JsonObject
from .providers import Address, ApiVersion

_PATH = "/models"


class ModelList:
    """Answers where OpenAI and Azure list their models."""

    def __init__(self, names: list[str], created: int) -> None:
        self._models: dict[str, JsonObject] = {
            name: {"id": name, "object": "model", "created": created, "owned_by": "local"}
            for name in names
        }

    def answer(self, where: Address, method: str) -> Response | None:
        """Return the list, or one model of it; None if something else is asked for.

        Raises:
            ApiError: there is no such model (404).
        """
        if method != "GET" or where.provider == ApiVersion.FOUNDRY:
            return None
        if where.path == _PATH:
            return _json({"object": "list", "data": list(self._models.values())})
        if not where.path.startswith(f"{_PATH}/"):
            return None
        name = where.path.removeprefix(f"{_PATH}/")
        if name not in self._models:
            message = f"The model '{name}' does not exist."
            raise ApiError(404, message, param="model", code="model_not_found")
        return _json(self._models[name])


def _json(value: JsonObject) -> Response:
    return Response(dumps(value), media_type="application/json")
