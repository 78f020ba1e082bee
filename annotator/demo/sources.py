"""Who publishes a release, as the record names it."""

from dataclasses import dataclass

from annotator.demo.offices import Office, Style
from importers.districts import PUBLIC_AFFAIRS

_WASHINGTON = Style(
    dateline="",
    who=0,
    straight=False,
    capitals=False,
    heading="title",
    terse=False,
    furniture=0.15,
    immediate=False,
    double_space=False,
    short_months=True,
)


@dataclass(frozen=True, slots=True)
class Source:
    """An office as a record and an address name it."""

    name: str
    state: str | None
    path: str
    """First part of its addresses: "usao-wdky"."""
    components: tuple[str, ...]
    style: Style


def source_of(office: Office) -> Source:
    """A U.S. Attorney's Office."""
    district = office.district
    components = (district.component,)
    return Source(district.name, district.postal, f"usao-{district.slug}", components, office.style)


def public_affairs(office: Office) -> Source:
    """The Office of Public Affairs, with the district concerned."""
    components = ("Criminal Division", office.district.component)
    return Source(PUBLIC_AFFAIRS, None, "opa", components, _WASHINGTON)
