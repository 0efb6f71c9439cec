"""Hypothesis profiles: a short one for every run, a long one for `make soak`."""

from hypothesis import HealthCheck, settings

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("test", max_examples=60, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("soak", settings.get_profile("test"), max_examples=3000)
settings.load_profile("test")
