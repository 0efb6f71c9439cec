"""Hypothesis profiles, a short one for every run and a long one for `make soak`; HTTP libraries."""

import importlib

import pytest
from hypothesis import HealthCheck, settings

from .support.client import wire

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("test", max_examples=60, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("soak", settings.get_profile("test"), max_examples=3000)
settings.load_profile("test")


@pytest.fixture(params=["httpx", "httpx2"])
def each_library(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs a test with networks of memory of both HTTP libraries."""
    monkeypatch.setattr(wire, "library", importlib.import_module(request.param))
