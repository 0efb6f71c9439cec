"""A browser, and a client whose conversations it shows."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.conformance.conftest import require
from tests.support.page.chromium import CHROMIUM, MISSING, Troubles, browsing

from openai_assistants import AssistantsClient, CompatibleEndpoint
from openai_assistants_service import LocalService


@pytest.fixture(scope="module")
def client(service: LocalService) -> Iterator[AssistantsClient]:
    with AssistantsClient(CompatibleEndpoint(service.base_url)) as made:
        yield made


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    require(CHROMIUM, MISSING)
    with browsing() as started:
        yield started


@pytest.fixture
def page(browser: Browser, service: LocalService) -> Iterator[Page]:
    """A page at the service's root, which has nothing to complain of to the end."""
    with browser.new_context(base_url=service.url) as context:
        opened = context.new_page()
        opened.set_default_timeout(10_000)
        troubles = Troubles(opened, service.url)
        opened.goto("/")
        yield opened
        assert troubles.found == []
