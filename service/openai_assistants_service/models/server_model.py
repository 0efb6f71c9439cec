"""A model of a server behind the protocol of a model."""

from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing

from attrs import frozen

from .base import CountsTokens, Delta
from .conversation import Conversation
from .dialect import Dialect
from .images import ReadImage, has_images, load_images
from .offered_tools import offered_tools
from .server import ModelServer, Question, ServerConfig, failures
from .server.budget import completion_limit, require_context


@frozen
class ServerModel:
    """Asks a server for each turn, and yields the turn as it is streamed."""

    server: ModelServer
    dialect: Dialect
    read_image: ReadImage

    async def stream(self, conversation: Conversation) -> AsyncGenerator[Delta]:
        """Yield the deltas of the next turn."""
        config = self.server.config
        require_context(conversation, config)
        offered = offered_tools(conversation)
        images = await load_images(conversation, self.read_image)
        body = self.dialect.build_request(conversation, config, offered, images)
        question = Question(self.dialect.path, body, has_images(conversation), self.dialect.error)
        reader = self.dialect.reader(offered, completion_limit(conversation, config))
        async with aclosing(self.server.events(question)) as coming:
            try:
                begun = False
                async for event in coming:
                    for delta in _intelligible(reader.read(event), config):
                        if not begun:  # not before: what comes first is written without delay
                            yield CountsTokens()
                        begun = True
                        yield delta
                    if reader.exceeded:
                        return
            except failures.ServerFailure:
                if not reader.finished:  # else no more than the count of tokens is lost
                    raise
        if not reader.finished:
            raise failures.cut_short(config)


def _intelligible(deltas: Iterator[Delta], config: ServerConfig) -> Iterator[Delta]:
    """Yield deltas; an event that is not formed as the API has it is a failure of the server."""
    try:
        yield from deltas
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        what = f"an event is malformed: {type(error).__name__} {error}"
        raise failures.unintelligible(config, what) from error
