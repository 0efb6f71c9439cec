"""More files than fit into one batch, against the local service."""

import asyncio
from typing import Any

from tests.support.client.stage import both

from openai_assistants import AssistantsClient, AsyncAssistantsClient, CompatibleEndpoint
from openai_assistants_service import LocalService

MANY = 205


@both
def test_many_files_are_added_in_batches_of_a_hundred(asynchronous: bool) -> None:
    """Every file has a result: those that failed are listed, and hide no other."""
    files: list[Any] = [(f"{n}.txt", f"Number {n}.".encode()) for n in range(MANY)]
    files[7] = ("7.bin", b"\x00\x01\x02")
    files[150] = ("150.bin", b"\x00\x01\x02")
    with LocalService() as service:
        endpoint = CompatibleEndpoint(service.base_url)

        def upload(client: Any, store: Any) -> Any:
            return client.vector_stores.file_batches.upload_and_poll(
                store.id, files=files, max_concurrency=8, poll_interval_ms=20
            )

        async def main() -> Any:
            async with AsyncAssistantsClient(endpoint) as client:
                return await upload(client, await client.vector_stores.create())

        with AssistantsClient(endpoint) as client:
            ended = (
                asyncio.run(main())
                if asynchronous
                else upload(client, client.vector_stores.create())
            )
            names = {file.id: file.filename for file in client.files.list()}
            (kept,) = client.vector_stores.list().data
    assert [each.file_counts.total for each in ended.batches] == [100, 100, 5]
    assert ended.file_counts.total == MANY
    assert ended.file_counts.failed == len(ended.failed) == 2
    assert ended.file_counts.completed == kept.file_counts.completed == MANY - 2
    assert sorted(names[file.id] for file in ended.failed) == ["150.bin", "7.bin"]
    assert all(file.last_error.code for file in ended.failed)
