"""The interpreters by their names."""

from .base import Interpreter
from .monty import MontyInterpreter

INTERPRETERS = ("monty", "cpython")


async def choose(name: str) -> Interpreter:
    """Return the interpreter of a name, once it is known to work; never another instead.

    Raises:
        InterpreterUnavailable: it does not work on this machine.
    """
    if name == "monty":
        return MontyInterpreter()
    from .cpython import CPythonInterpreter

    interpreter = CPythonInterpreter()
    await interpreter.check()
    return interpreter
