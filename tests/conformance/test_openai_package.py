"""The openai package, in an environment of its own, against the service."""

import pytest
from tests.support.conformance import covered

from openai_assistants_service import LocalService

from .conftest import OPENAI_PYTHON, require_openai, said_by

KINDS = ["openai", "azure-v2", "azure-v1", "async-openai", "async-azure-v2", "async-azure-v1"]


@pytest.mark.parametrize("kind", KINDS)
def test_all_operations_and_walkthroughs(service: LocalService, key: str, kind: str) -> None:
    require_openai()
    program = "tests.support.conformance.run_openai"
    result = said_by(OPENAI_PYTHON, "-m", program, kind, service.url, key, timeout=90)
    assert "x = 1." in result["talks"][0][-1]
    used = covered.operations_of(result["requests"])
    assert used == (covered.V1 if kind.endswith("v1") else covered.V2) - covered.V1_ONLY
