"""The providers: OpenAI, Azure dated, Azure /openai/v1, Foundry; keys and headers."""

import re

import httpx
import pytest
from tests.support.service.api import Api

from openai_assistants_service import LocalService


def api_version(response: httpx.Response) -> str:
    assert response.status_code == 200, response.text
    return "v1" if "file_ids" in response.json() else "v2"


@pytest.mark.parametrize(
    ("path", "headers", "expected"),
    [
        ("/v1/assistants", {}, "v2"),
        ("/v1/assistants", {"OpenAI-Beta": "assistants=v1"}, "v1"),
        ("/v1/assistants", {"OpenAI-Beta": "assistants=v2"}, "v2"),
        ("/v1/assistants", {"OpenAI-Beta": "realtime=v1, assistants=v1"}, "v1"),
        ("/v1/assistants", {"OpenAI-Beta": "realtime=v1"}, "v2"),
        ("/openai/assistants?api-version=2024-02-15-preview", {}, "v1"),
        ("/openai/assistants?api-version=2024-04-01-preview", {}, "v1"),
        ("/openai/assistants?api-version=2024-05-01-preview", {}, "v2"),
        (
            "/openai/assistants?api-version=2024-05-01-preview",
            {"OpenAI-Beta": "assistants=v1"},
            "v2",
        ),
        ("/openai/assistants?api-version=2025-03-01-preview", {}, "v2"),
        ("/openai/v1/assistants", {"OpenAI-Beta": "assistants=v1"}, "v2"),
        ("/openai/v1/assistants?api-version=preview", {}, "v2"),
        ("/api/projects/my-project/assistants?api-version=v1", {}, "v2"),
        ("/api/projects/my-project/assistants?api-version=2025-05-15-preview", {}, "v2"),
    ],
)
def test_the_path_decides_the_api_version(
    service: LocalService, path: str, headers: dict[str, str], expected: str
) -> None:
    response = httpx.post(service.url + path, headers=headers, json={"model": "m"})
    assert api_version(response) == expected


@pytest.mark.parametrize(
    ("path", "headers", "status", "code"),
    [
        ("/v1/assistants", {"OpenAI-Beta": "assistants=v3"}, 400, "invalid_beta"),
        ("/openai/assistants", {}, 400, "missing_required_parameter"),
        ("/openai/assistants?api-version=soon", {}, 400, "invalid_value"),
        ("/api/projects/p/assistants", {}, 400, "missing_required_parameter"),
        ("/v2/assistants", {}, 404, None),
        ("/", {}, 404, None),
        ("/v1/nothing", {}, 404, None),
        ("/openai/nothing?api-version=2024-05-01-preview", {}, 404, "404"),
        ("/v1/threads/runs/extra/more/again", {}, 404, None),
    ],
)
def test_wrong_paths(
    service: LocalService, path: str, headers: dict[str, str], status: int, code: str | None
) -> None:
    response = httpx.get(service.url + path, headers=headers)
    assert response.status_code == status
    error = response.json()["error"]
    assert set(error) == {"message", "type", "param", "code"}
    assert (error["type"], error["code"]) == ("invalid_request_error", code)


def test_a_wrong_method_is_named(v2: Api) -> None:
    status, error = v2.refused("PUT", "/assistants")
    assert (status, error["message"]) == (405, "Not allowed to PUT on /v1/assistants.")


def test_an_escaped_slash_stays_in_its_segment(v2: Api) -> None:
    status, error = v2.refused("GET", "/threads/t%2F..%2Fx")
    assert (status, error["message"]) == (404, "No thread found with id 't/../x'.")


def test_headers_of_openai(service: LocalService) -> None:
    headers = httpx.get(service.base_url + "/assistants").headers
    assert re.fullmatch(r"req_[0-9a-f]{32}", headers["x-request-id"])
    assert headers["openai-version"] == "2020-10-01"
    assert headers["openai-processing-ms"].isdigit()


def test_headers_of_azure(service: LocalService) -> None:
    url = service.url + "/openai/assistants?api-version=2024-05-01-preview"
    sent = {"x-ms-client-request-id": "mine"}
    headers = httpx.get(url, headers=sent).headers
    assert headers["x-ms-client-request-id"] == "mine"
    assert headers["apim-request-id"] == headers["x-request-id"]
    assert "openai-version" not in headers


KEY = "sk-local-0123456789abcdef"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Authorization": f"Bearer {KEY}"}, 200),
        ({"authorization": f"bearer {KEY}"}, 200),
        ({"api-key": KEY}, 200),
        ({}, 401),
        ({"Authorization": KEY}, 401),
        ({"Authorization": f"Bearer {KEY}x"}, 401),
        ({"api-key": KEY[:-1]}, 401),
        ({"api-key": "clé".encode()}, 401),
    ],
)
def test_a_key_is_asked_for_on_every_path(headers: dict[str, str], status: int) -> None:
    with LocalService(api_key=KEY) as service:
        for path in ("/v1/assistants", "/openai/assistants?api-version=2024-05-01-preview"):
            response = httpx.get(service.url + path, headers=headers)
            assert response.status_code == status
            if status == 401:
                error = response.json()["error"]
                assert error["code"] == "invalid_api_key"
                assert error["type"] == "invalid_request_error"
                assert KEY[4:-3] not in response.text


def test_a_key_is_asked_for_before_anything_is_told() -> None:
    with LocalService(api_key=KEY) as service:
        assert httpx.get(service.url + "/v1/nothing").status_code == 401


def test_without_a_key_any_will_do(service: LocalService) -> None:
    for headers in ({}, {"api-key": "x"}, {"Authorization": "Bearer y"}):
        response = httpx.get(service.base_url + "/assistants", headers=headers)
        assert response.status_code == 200


def test_answers_do_not_wait_for_nagle(v2: Api) -> None:
    v2.get("/assistants")
    times = [v2.send("GET", "/assistants?limit=1").elapsed.total_seconds() for _ in range(20)]
    assert sorted(times)[10] < 0.035
