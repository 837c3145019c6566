"""A small TCP proxy that delays what it passes on, and drops connections when told to."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Proxy:
    """Passes on to `port` of loopback. `delay` in seconds is for every piece; after `budget` bytes from the client (None: never) its
    connection is cut, and the next one gets the budget that `budgets` gives next."""

    def __init__(self, port: int) -> None:
        self._to = port
        self.delay = 0.0
        self.budgets: list[int | None] = []
        self.cuts = 0
        self.port = 0
        self._loop = asyncio.new_event_loop()

    async def _serve(self) -> None:
        self._server = await asyncio.start_server(self._meet, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _end(self) -> None:
        self._server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        budget = self.budgets.pop(0) if self.budgets else None
        try:
            up_reader, up_writer = await asyncio.open_connection("127.0.0.1", self._to)
        except OSError:
            writer.close()
            return
        ways = [asyncio.ensure_future(self._pass(reader, up_writer, budget)), asyncio.ensure_future(self._pass(up_reader, writer, None))]
        with contextlib.suppress(asyncio.CancelledError):  # Python 3.11 prints it as an error of its own
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for way in ways:
            way.cancel()
        for one in (writer, up_writer):
            with contextlib.suppress(Exception):
                one.transport.abort()

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, budget: int | None) -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(4096):
                await asyncio.sleep(self.delay)
                if budget is not None:
                    budget -= len(data)
                    if budget < 0:
                        self.cuts += 1
                        return
                writer.write(data)
                await writer.drain()


@contextmanager
def proxy(port: int) -> Iterator[Proxy]:
    """A proxy that runs in a thread of its own."""
    made = Proxy(port)
    made._loop.run_until_complete(made._serve())
    thread = threading.Thread(target=made._loop.run_forever, daemon=True)
    thread.start()
    try:
        yield made
    finally:
        asyncio.run_coroutine_threadsafe(made._end(), made._loop).result(5)
        made._loop.call_soon_threadsafe(made._loop.stop)
        thread.join(5)
        made._loop.close()
