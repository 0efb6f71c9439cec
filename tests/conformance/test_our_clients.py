"""Our clients where a scenario cannot be: what is refused, and no key at all."""

import pytest
from tests.support.conformance import scenes, walkthroughs

from openai_assistants import (
    AssistantsClient,
    AzureKeyCredential,
    AzureOpenAIEndpoint,
    BadRequestError,
    CompatibleEndpoint,
)
from openai_assistants_service import LocalService


def test_what_the_service_does_not_serve(service: LocalService, key: str) -> None:
    endpoint = AzureOpenAIEndpoint(service.url)
    with AssistantsClient(endpoint, AzureKeyCredential(key), max_retries=0) as client:
        with pytest.raises(BadRequestError, match="does not support import_file") as caught:
            client.files.import_file(
                content_url="https://x.example/a", filename="a.txt", purpose="assistants"
            )
    assert caught.value.code == "unsupported_operation"


def test_no_key_where_none_is_needed() -> None:
    with (
        LocalService() as service,
        AssistantsClient(CompatibleEndpoint(service.base_url)) as client,
    ):
        talk = walkthroughs.maths_tutor(client, scenes.V2)
    assert "x = 1." in talk[-1]
