"""The Justice Department's API as it behaves, on loopback: its habits, and faults on demand."""

import json
import random
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

DAY = 86_400
EPOCH = 1_514_782_800
"""2018-01-01, midnight Eastern."""

Fault = Callable[["Handler"], None]


@dataclass
class Item:
    """A release at the source."""

    number: int
    body: str
    date: object
    changed: int
    title: str = ""
    more: dict[str, object] = field(default_factory=dict)

    @property
    def uuid(self) -> str:
        return str(UUID(int=self.number + (1 << 100)))

    def record(self, fragments: bool) -> dict[str, object]:
        stamp = str(self.changed)
        if fragments:
            stamp = f'<time datetime="2025-02-05T12:37:10-05:00">{stamp}</time>\n'
        return {
            "uuid": self.uuid,
            "vuuid": str(UUID(int=self.number)),
            "title": self.title or f"Man {self.number} Charged",
            "body": self.body,
            "date": self.date,
            "created": str(EPOCH + self.number * 60),
            "changed": stamp,
            "url": f"https://www.justice.gov/usao-wdky/pr/release-{self.number}",
            "component": [{"uuid": "c", "name": "USAO - Kentucky, Western"}],
            "topic": [],
            "number": None,
            "teaser": None,
            "attachment": [],
            "image": [],
        } | self.more


def item(number: int, *, names: bool = True, day: int | None = None, changed: int = 0) -> Item:
    """A release of day `day` of 2018 that names the platform, or not."""
    what = "used Facebook to meet her" if names else "robbed a bank"
    return Item(
        number,
        f"<p>PADUCAH, Ky. &ndash; Man {number} {what}.</p>\n<p>He was charged.</p>",
        str(EPOCH + (number % 300 if day is None else day) * DAY),
        changed or EPOCH + number * 60,
    )


class StandIn:
    """The source's releases, how it serves them, and what was asked."""

    def __init__(self, items: list[Item] | None = None) -> None:
        self.items = items or []
        self.order: Callable[[list[Item]], list[Item]] | None = None
        """How pages are sorted; by `changed`, the latest first, without one."""
        self.largest = 50
        self.strings = True
        self.fragments = True
        self.extra_count = 0
        self.faults: deque[Fault | None] = deque()
        """What happens to the coming requests, in turn."""
        self.before_page: Callable[[int], object] = lambda page: None
        self.pages: Mapping[str, tuple[int, str, str]] = {}
        """Other paths: status, content type, body."""
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.lock = Lock()

    def answer(self, query: Mapping[str, list[str]]) -> bytes:
        page = int(query.get("page", ["0"])[0])
        size = min(int(query.get("pagesize", ["20"])[0]), self.largest)
        with self.lock:
            self.before_page(page)
            items = self.order(self.items) if self.order else newest_first(self.items)
            cut = [i.record(self.fragments) for i in items[page * size : (page + 1) * size]]
            count = len(items) + self.extra_count
        kind = str if self.strings else int
        envelope = {
            "metadata": {
                "responseInfo": {"status": 200, "developerMessage": "OK"},
                "resultset": {"count": kind(count), "pagesize": kind(size), "page": kind(page)},
                "executionTime": 0.1,
            },
            "results": cut,
        }
        return json.dumps(envelope).encode()


def newest_first(items: list[Item]) -> list[Item]:
    """As `sort=changed&direction=DESC` asks."""
    return sorted(items, key=lambda item: (-item.changed, item.number))


def as_entered(items: list[Item]) -> list[Item]:
    """As a source that ignores `sort`: the oldest entry first."""
    return sorted(items, key=lambda item: item.number)


def latest_entry_first(items: list[Item]) -> list[Item]:
    """As a source that ignores `sort`, and looks sorted as long as nothing is edited."""
    return sorted(items, key=lambda item: -item.number)


class Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    standin: StandIn
    protocol_version = "HTTP/1.1"
    timeout = 5

    def do_GET(self) -> None:
        path = urlsplit(self.path)
        with self.standin.lock:
            self.standin.asked.append(self.path)
            self.standin.agents.add(self.headers["User-Agent"])
            is_page = path.path == "/api/v1/press_releases.json"
            fault = self.standin.faults.popleft() if self.standin.faults else None
        if fault:
            fault(self)
        elif is_page:
            self.send(200, "application/json", self.standin.answer(parse_qs(path.query)))
        elif path.path in self.standin.pages:
            status, kind, body = self.standin.pages[path.path]
            self.send(status, kind, body.encode())
        else:
            self.send(
                404, "text/html; charset=UTF-8", b"<html><title>Not found</title>" + b"x" * 9999
            )

    def send(self, status: int, kind: str, body: bytes, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def status(code: int, retry_after: str = "") -> Fault:
    """An HTML page with that status."""

    def fault(handler: Handler) -> None:
        headers = {"Retry_After": retry_after} if retry_after else {}
        handler.send(code, "text/html", b"<html><body>Sorry \x1b[31m\x07</body></html>", **headers)

    return fault


def cut_short(handler: Handler) -> None:
    """A connection that ends half way."""
    body = handler.standin.answer(parse_qs(urlsplit(handler.path).query))
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body[: len(body) // 2])
    handler.close_connection = True


def cut_without_length(handler: Handler) -> None:
    """Half an answer that looks whole, as a broken proxy sends it."""
    body = handler.standin.answer(parse_qs(urlsplit(handler.path).query))
    handler.send(200, "application/json", body[: len(body) // 2])


def hung_up(handler: Handler) -> None:
    """No answer at all."""
    handler.close_connection = True


FAULTS: tuple[Fault, ...] = (
    status(500),
    status(503, "0"),
    status(429, "0"),
    cut_short,
    cut_without_length,
    hung_up,
)


@contextmanager
def serving(standin: StandIn) -> Iterator[str]:
    """The stand-in at work; its address."""
    handler = type("Bound", (Handler,), {"standin": standin})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    server.block_on_close = False
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def shuffled(seed: int) -> random.Random:
    """A source of chance that a failing test can repeat."""
    return random.Random(seed)


class Endless(StandIn):
    """A source of many small releases, made as they are asked for; one in a hundred matches."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count

    def answer(self, query: Mapping[str, list[str]]) -> bytes:
        page = int(query["page"][0])
        numbers = range(self.count - page * 50, max(0, self.count - page * 50 - 50), -1)
        records = [item(n, names=n % 100 == 0, changed=EPOCH + n).record(False) for n in numbers]
        about = {"count": str(self.count), "pagesize": "50", "page": str(page)}
        return json.dumps({"metadata": {"resultset": about}, "results": records}).encode()
