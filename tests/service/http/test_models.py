"""The list of models, where clients of OpenAI and Azure look for it."""

from collections.abc import Iterator

import pytest
from tests.support.service.api import Api

from openai_assistants_service import LocalService

FILE = """
[[models]]
name = "gpt-4o"
server = "http://127.0.0.1:9/v1"
[[models]]
name = "gpt-*"
server = "builtin"
"""


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalService]:
    file = tmp_path_factory.mktemp("models") / "models.toml"
    file.write_text(FILE, encoding="utf-8")
    with LocalService(models=file, clock=lambda: 1_700_000_000.0) as service:
        yield service


@pytest.mark.parametrize(
    ("base", "version"), [("/v1", None), ("/openai/v1", None), ("/openai", "2024-10-21")]
)
def test_names_are_listed_and_patterns_are_not(
    named: LocalService, base: str, version: str | None
) -> None:
    query = {"api-version": version} if version else {}
    with Api.bare(named.url + base) as api:
        page = api.send("GET", "/models", params=query).json()
        assert [one["id"] for one in page["data"]] == ["gpt-4o", "test-model"]
        assert page["object"] == "list"
        one = api.send("GET", "/models/gpt-4o", params=query).json()
        assert one == page["data"][0]
        assert one == {
            "id": "gpt-4o",
            "object": "model",
            "created": 1_700_000_000,
            "owned_by": "local",
        }


def test_what_is_not_there(named: LocalService) -> None:
    with Api.bare(named.url) as api:
        status, error = api.refused("GET", "/v1/models/gpt-5")
        assert (status, error["code"]) == (404, "model_not_found")
        assert api.refused("POST", "/v1/models")[0] == 404
        assert api.refused("GET", "/api/projects/p/models", params={"api-version": "v1"})[0] == 404


def test_the_key_is_asked_for_here_too() -> None:
    with LocalService(api_key="secret") as service, Api.bare(service.url) as api:
        assert api.refused("GET", "/v1/models")[0] == 401
