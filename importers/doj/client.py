"""Asks a web server politely and patiently: in turn, with time limits, again after failures."""

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime
from http.client import HTTPException
from queue import Empty, SimpleQueue
from threading import Lock
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

import requests
from urllib3.exceptions import HTTPError

from importers.doj.answer import Answer, clean
from importers.doj.failures import BotCheck, CollectFailed, Passing, Stopped
from importers.doj.limiter import Clock, Limiter, Sleeper
from importers.doj.patience import FIRST_TRIES, TRIES, backoff, retry_after
from importers.doj.trouble import in_words

T = TypeVar("T")

TIMEOUT = (5.0, 30.0)
"""Seconds to wait for a connection, and for the next piece of an answer."""
LONGEST_ANSWER = 300.0
"""Seconds that one answer may take altogether."""
LARGEST_ANSWER = 50_000_000
"""Bytes, unpacked."""
_MOST_REDIRECTIONS = 5
_PASSING = {408, 425, 429, 500, 502, 503, 504, 509, 520, 521, 522, 523, 524, 529}
_PIECE = 1 << 16


class Client:
    """Fetches addresses; safe to use from several threads at once.

    Every request, also one after a redirection or a failure, takes its turn at the limiter.
    `requests` counts them all.
    """

    def __init__(
        self,
        *,
        agent: str,
        limiter: Limiter,
        sleeper: Sleeper | None = None,
        wait: Callable[[float], None] | None = None,
        on_trouble: Callable[[str], None] = lambda sentence: None,
        tries: int = TRIES,
        chance: Callable[[], float] = random.random,
        clock: Clock = time.monotonic,
    ) -> None:
        """Prepare; nothing is sent yet.

        Args:
            agent: the User-Agent, which names the program and whom to write to.
            sleeper: ends the waiting of all threads when this client is closed.
            wait: how to wait between two tries; the sleeper's way without it.
            on_trouble: told, from any thread, of each failure that is tried again.
            chance: a number from 0 to 1 that spreads the tries of many clients.
        """
        self.agent = agent
        self.limiter = limiter
        self.requests = 0
        self._sleeper = sleeper or Sleeper()
        self._wait = wait or self._sleeper
        self._on_trouble = on_trouble
        self._tries = tries
        self._chance = chance
        self._clock = clock
        self._answered = False
        self._closed = False
        self._counting = Lock()
        self._idle: SimpleQueue[requests.Session] = SimpleQueue()

    def get(self, address: str, read: Callable[[Answer], T]) -> T:
        """What `read` makes of the answer of `address`.

        `read` sees every answer but those that stand for a passing failure, so also a 404. It may
        raise `Passing` when the answer is broken: then the address is asked for again.

        Raises:
            BotCheck: the server wants to see a browser.
            CollectFailed: no connection or no sound answer after all tries, or one beyond limits.
            Stopped: the client was closed.
        """
        attempt = 0
        while True:
            attempt += 1
            try:
                answer = self._ask(address)
                if answer.is_bot_check:
                    raise BotCheck(address)
                reading = read(answer)
            except Passing as error:
                tries = self._tries if self._answered else min(FIRST_TRIES, self._tries)
                if attempt >= tries:
                    raise self._given_up(address, error, attempt) from error
                self._pause(attempt, error)
            else:
                self._answered = True
                return reading

    def close(self) -> None:
        """Give up what is under way in other threads, and close the connections."""
        self._closed = True
        self._sleeper.stop()
        while session := self._unused():
            session.close()

    def _given_up(self, address: str, error: Passing, attempts: int) -> CollectFailed:
        cure = (
            "What came before is in the study. Call the same command again later: it goes on from"
            " there."
            if self._answered
            else "Check the address and the network, then call the same command again."
        )
        return CollectFailed(f"{address}: {error}; tried {attempts} times. {cure}")

    def _pause(self, attempt: int, error: Passing) -> None:
        seconds = max(backoff(attempt, chance=self._chance), error.wait)
        self._on_trouble(f"{error}; again in {seconds:.0f} s")
        if error.wait:
            self.limiter.hold(error.wait)
        self._wait(seconds)

    def _ask(self, address: str) -> Answer:
        for _ in range(_MOST_REDIRECTIONS + 1):
            answer = self._send(address)
            if isinstance(answer, Answer):
                return answer
            address = urljoin(address, answer)
            if urlsplit(address).scheme not in ("http", "https"):
                break
        raise CollectFailed(f"{clean(address)}: leads from one address to the next without end.")

    def _send(self, address: str) -> Answer | str:
        """One request: its answer, or the address that it leads on to."""
        self.limiter.turn()
        with self._counting:
            self.requests += 1
        if self._closed:
            raise Stopped
        session = self._unused() or self._session()
        try:
            with session.get(
                address, timeout=TIMEOUT, stream=True, allow_redirects=False
            ) as response:
                if response.is_redirect:
                    return response.headers["Location"]
                return self._answer(address, response)
        except (requests.RequestException, HTTPError, HTTPException, OSError) as error:
            if isinstance(error, ValueError) and not isinstance(error, requests.JSONDecodeError):
                raise CollectFailed(f"{clean(address)}: is no address of a web page.") from error
            raise Passing(in_words(error, TIMEOUT)) from error
        except UnicodeError as error:  # a host name beyond what names may be
            raise CollectFailed(f"{clean(address)}: is no address of a web page.") from error
        finally:
            self._idle.put(session)
            if self._closed and (unused := self._unused()):
                unused.close()

    def _answer(self, address: str, response: requests.Response) -> Answer:
        answer = Answer(
            address=address,
            status=response.status_code,
            content_type=response.headers.get("Content-Type", "").partition(";")[0].strip().lower(),
            body=self._body(address, response),
            fetched_at=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        )
        if answer.status in _PASSING:
            wait = retry_after(response.headers.get("Retry-After"))
            raise Passing(answer.described(), wait=wait)
        return answer

    def _body(self, address: str, response: requests.Response) -> bytes:
        pieces, size, began = [], 0, self._clock()
        for piece in response.iter_content(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > LARGEST_ANSWER:
                megabytes = LARGEST_ANSWER // 1_000_000
                raise CollectFailed(f"{address}: answers with more than {megabytes} MB; not read.")
            if self._clock() - began > LONGEST_ANSWER:
                raise Passing(f"the answer took more than {LONGEST_ANSWER:.0f} s")
        return b"".join(pieces)

    def _session(self) -> requests.Session:
        session = requests.Session()
        session.headers["User-Agent"] = self.agent
        return session

    def _unused(self) -> requests.Session | None:
        try:
            return self._idle.get_nowait()
        except Empty:
            return None
