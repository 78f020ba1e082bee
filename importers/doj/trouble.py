"""Failures of a connection in words, out of what the libraries nest into each other."""

import socket

import requests

from importers.doj.answer import clean


def in_words(error: BaseException, timeout: tuple[float, float]) -> str:
    """What happened, in a few words; `timeout` are the seconds for connecting and for answering."""
    chain = list(_causes(error))
    if isinstance(error, requests.ConnectTimeout):
        return f"no connection within {timeout[0]:.0f} s"
    if isinstance(error, requests.Timeout) or _named(chain, "ReadTimeoutError"):
        return f"no answer within {timeout[1]:.0f} s"
    if any(isinstance(cause, socket.gaierror) for cause in chain):
        return "the host is not known, or there is no network"
    if isinstance(error, requests.exceptions.SSLError):
        return f"no secure connection: {clean(str(chain[-1]))}"
    if _named(chain, "IncompleteRead"):
        return "the answer was cut short"
    for cause in reversed(chain):
        if isinstance(cause, OSError) and cause.strerror:
            return f"no connection: {clean(cause.strerror)}"
    return f"the connection broke: {clean(str(chain[-1]))}"


def _named(chain: list[BaseException], name: str) -> bool:
    return any(type(cause).__name__ == name for cause in chain)


def _causes(error: BaseException) -> "list[BaseException]":
    """The error and what lies under it, the innermost last."""
    found: list[BaseException] = []
    waiting: list[object] = [error]
    while waiting:
        cause = waiting.pop(0)
        if isinstance(cause, BaseException) and cause not in found:
            found.append(cause)
            reason = getattr(cause, "reason", None)
            waiting += [*cause.args, reason, cause.__cause__, cause.__context__]
    return found
