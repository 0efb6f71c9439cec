"""For the tests of programs that use this library: a network in memory, and a clock of their own.

    from openai_assistants.testing import FakeClock, MockTransport

Nothing else in this library imports it.
"""

from .fake_clock import FakeClock
from .mock_transport import Handler, MockTransport, Reply

__all__ = ["FakeClock", "Handler", "MockTransport", "Reply"]
