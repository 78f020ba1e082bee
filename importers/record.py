"""One record of a source, whatever the format, into a release, a reject or a record left out."""

import re
from collections.abc import Callable, Mapping
from datetime import date

from db.records import Imported, LeftOut, Reject, Release, release_uid
from importers.addresses import capture_time, release_url, stamp
from importers.chrome import dateline
from importers.cleaning import one_line, plain_text, quick_text, text_from_html, title_line
from importers.columns import Plan, plan
from importers.dates import calendar_date
from importers.districts import publisher
from importers.markup import unwrapped_html
from importers.options import Options
from importers.refusals import refusal
from importers.values import names_of, text_of

Wanted = Callable[[str], bool]
"""Whether a text might name a platform; may say yes too often, never no too often."""

_RELEASE_NUMBER = re.compile(r"(\d{2,4})(?:\s*[-–]\s*|\.(?=\d{3}))(\d{1,5}[A-Za-z]?)")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOST_PLANS = 1_000
_KINDS = {list: "a list", str: "a text", bool: "a truth value", type(None): "null"}


class Converter:
    """Turns the records of one source into releases.

    `wanted` sees a record's title and text before the dear part of the conversion: for HTML bodies
    a quick rendering (`cleaning.quick_text`), for plain ones the text as it would be stored.
    A record that it turns down becomes `LeftOut`; without it, or with `Options.keep_all`, every
    sound record becomes a `Release`. No record, however odd, raises.
    """

    def __init__(self, file: str, options: Options, wanted: Wanted | None = None) -> None:
        self._file = file
        self._mapping = options.mapping
        self._wanted = None if options.keep_all else wanted
        self._plans: dict[tuple[object, ...], Plan] = {}

    def __call__(self, record: object, line: int) -> Imported:
        """What `record`, number `line` of the source, comes to."""
        if not isinstance(record, Mapping):
            kind = _KINDS.get(type(record), "a number")
            return Reject(self._file, line, f"not a record with named fields but {kind}")
        fields = _Fields(record, self._plan(record))
        title = title_line(fields.text("title"))
        body = fields.text("text")
        markup = unwrapped_html(body)
        readable = quick_text(markup) if markup else plain_text(body)
        published = _published(fields, readable)
        if reason := _unsound(title, body, readable) or (
            published if isinstance(published, str) else None
        ):
            return Reject(self._file, line, reason, title)
        subtitle = title_line(fields.text("subtitle"))
        if self._wanted and not self._wanted(f"{title}\n{subtitle}\n{readable}"):
            return LeftOut(self._file, line)
        text = text_from_html(markup) if markup else readable
        if not text or isinstance(published, str):
            return Reject(self._file, line, "empty text", title)
        if subtitle and not _repeated(subtitle, title, text):
            text = f"{subtitle}\n\n{text}"
        return self._release(fields, line, title=title, text=text, published=published)

    def _release(
        self, fields: "_Fields", line: int, *, title: str, text: str, published: date
    ) -> Release:
        address, body = fields.text("url"), fields.text("text")
        url = release_url(address)
        components = fields.names("components")
        office = title_line(fields.text("office"))
        whose = publisher(url, components, office=office, state=fields.text("state").strip())
        return Release(
            uid=release_uid(one_line(fields.text("uuid")).strip(), url, title, published, text),
            title=title,
            text=text,
            published=published,
            file=self._file,
            line=line,
            url=url,
            office=whose.office,
            state=whose.state,
            number=_number(fields),
            topics=fields.names("topics"),
            components=components,
            original=None if text == body.strip() else body,
            fetched_at=_fetched(one_line(fields.text("fetched")).strip()) or capture_time(address),
        )

    def _plan(self, record: Mapping[str, object]) -> Plan:
        keys = tuple(record)
        known = self._plans.get(keys)
        if known is None:
            if len(self._plans) >= _MOST_PLANS:
                self._plans.clear()
            known = self._plans[keys] = plan(keys, self._mapping)
        return known


class _Fields:
    """A record seen by our names for its fields."""

    def __init__(self, record: Mapping[str, object], chosen: Plan) -> None:
        self._record = record
        self._plan = chosen

    def value(self, field: str) -> object:
        return self._plan.value(self._record, field)

    def text(self, field: str) -> str:
        return text_of(self._plan.value(self._record, field))

    def names(self, field: str) -> tuple[str, ...]:
        return names_of(self._plan.value(self._record, field))

    def columns(self, field: str) -> list[tuple[str, str]]:
        """Each column that may hold `field`, and its text."""
        return [(c, text_of(self._record.get(c))) for c in self._plan.sources.get(field, ())]


def _unsound(title: str, body: str, readable: str) -> str | None:
    """Why a record is no release for want of a readable text."""
    if reason := refusal(title, body):
        return reason
    if readable:
        return None
    return "empty text" if title else "empty title and empty text"


def _published(fields: _Fields, readable: str) -> date | str:
    """The date of publication, or why there is none."""
    if (line := dateline(readable)) and (day := calendar_date(line)):
        return day
    value = fields.value("date")
    if isinstance(value, Mapping | list):
        value = text_of(value)
    if value is None or (isinstance(value, str) and not value.strip()):
        return "no date"
    return calendar_date(value) or f"date not understood: {title_line(text_of(value))[:80]}"


def _repeated(subtitle: str, title: str, text: str) -> bool:
    said = subtitle.casefold()
    return said == title.casefold() or text[: len(subtitle)].casefold() == said


def _number(fields: _Fields) -> str | None:
    """The release number; a column that is only called "id" must look like one."""
    for column, text in fields.columns("number"):
        number = title_line(text)
        if parts := _RELEASE_NUMBER.fullmatch(number):
            return "-".join(parts.groups())
        if number and column.lower() != "id":
            return number
    return None


def _fetched(when: str) -> str | None:
    return stamp(when) or (when if _ISO_DAY.match(when) else None)
