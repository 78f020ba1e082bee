"""The practice study: 1,387 invented releases with the coding prepared for each."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from annotator.demo.dice import Dice
from annotator.demo.dress import dressed, without_accents
from annotator.demo.occasions import occasion_draft
from annotator.demo.offices import Office, focus_offices, offices
from annotator.demo.people import People
from annotator.demo.plan import CasePlan, Entry, plan
from annotator.demo.records import DemoExample, DemoRelease
from annotator.demo.repeats import repeated
from annotator.demo.sources import Source, source_of
from annotator.demo.stages import course
from annotator.demo.stories import Story, passing_story, story
from annotator.demo.titles import in_style, proper_names, slug
from annotator.demo.topics import topics
from annotator.demo.writer import CaseWriter, Draft
from db.records import Release

_CUT_OFF = "Text is cut off."


def practice_releases(seed: int = 2020) -> list[DemoRelease]:
    """All releases of the practice study in order of date; the same for a seed, everywhere."""
    study = _Study(seed)
    return [study.written(entry) for entry in study.entries]


@dataclass(slots=True)
class _Case:
    """A case whose lead is written."""

    story: Story
    lead: str
    """Its uid."""
    draft: Draft
    """Of the lead."""
    told: int = 1
    """How many of its stages have been announced."""


@dataclass(slots=True)
class _Coding:
    """What an analyst has made of a release."""

    exclusion: str | None = None
    lead: str | None = None
    relation: Literal["update", "duplicate"] | None = None
    examples: tuple[DemoExample, ...] = ()
    case_values: Mapping[str, str] = field(default_factory=dict)
    memo: str = ""


class _Study:
    """Writes one release after the other."""

    def __init__(self, seed: int) -> None:
        self._dice = Dice(seed)
        self.entries = plan(self._dice)
        self._people = People(self._dice)
        self._offices = offices(self._dice, self._people)
        focus = sum(1 for e in self.entries if e.kind == "lead" and e.case and e.case.modes)
        self._focus_offices = focus_offices(self._offices, focus, self._dice)
        self._cases: dict[CasePlan, _Case] = {}
        self._addresses: Counter[str] = Counter()
        self._written = 0

    def written(self, entry: Entry) -> DemoRelease:
        """The release that was planned."""
        self._written += 1
        if entry.kind == "excluded":
            return self._excluded(entry)
        assert entry.case is not None
        if entry.kind == "lead":
            return self._lead(entry.case)
        case = self._cases[entry.case]
        coding = _Coding(lead=case.lead, relation=entry.kind)
        if entry.kind == "duplicate":
            draft, source = repeated(
                case.draft, case.story, entry.published, self._offices, self._dice
            )
            return self._release(draft, source, entry.published, coding, case.story.theme)
        stage = case.story.stages[case.told]
        case.told += 1
        draft = CaseWriter(case.story, stage, entry.published, self._dice).draft()
        source = source_of(case.story.office)
        return self._release(draft, source, entry.published, coding, case.story.theme)

    def _lead(self, case: CasePlan) -> DemoRelease:
        office = self._focus_offices.pop() if case.modes else self._dice.pick(self._offices)
        told = story(case, office, self._people, self._dice)
        told.stages = course(case, self._dice)
        draft = CaseWriter(told, told.stages[0], case.published, self._dice).draft()
        self._cases[case] = _Case(told, self._uid, draft)
        coding = _Coding(
            examples=_examples(case), case_values={"origin": told.origin}, memo=told.memo
        )
        return self._release(draft, source_of(office), case.published, coding, told.theme)

    def _excluded(self, entry: Entry) -> DemoRelease:
        office = self._dice.pick(self._offices)
        source = source_of(office)
        day, dice = entry.published, self._dice
        coding = _Coding(exclusion=entry.reason)
        if entry.reason == "in-passing":
            passing = passing_story(day, office, self._people, dice)
            passing.stages = course(CasePlan(day, "not-used"), dice)
            draft = CaseWriter(passing, passing.stages[0], day, dice).draft()
            return self._release(draft, source, day, coding, "plain")
        if entry.reason == "other" and dice.chance(0.4):
            coding.memo = _CUT_OFF
            return self._release(self._cut_off(day, office), source, day, coding, "plain")
        draft, coding.memo = occasion_draft(entry.reason, day, office, self._people, dice)
        return self._release(draft, source, day, coding, "plain")

    def _cut_off(self, day: date, office: Office) -> Draft:
        """A text that breaks off soon after it has named the platform."""
        case = CasePlan(day, "fraud")
        told = story(case, office, self._people, self._dice)
        told.stages = course(case, self._dice)
        draft = CaseWriter(told, told.stages[0], day, self._dice).draft()
        text = told.facts
        end = text.index("Facebook") + len("Facebook") + self._dice.number(4, 30)
        return replace(draft, paragraphs=[draft.paragraphs[0], text[:end].rstrip()])

    @property
    def _uid(self) -> str:
        """The uid of the release that is being written: its place in the order of date."""
        return f"practice-{self._written:04}"

    def _release(
        self, draft: Draft, source: Source, day: date, coding: _Coding, theme: str
    ) -> DemoRelease:
        dice = self._dice
        text = dressed(draft.paragraphs, source.style, day, draft.blanks, dice)
        title = in_style(draft.heading, source.style.heading, proper_names(draft.blanks))
        if source.path == "opa" and dice.chance(0.4):
            title, text = without_accents(title), without_accents(text)
        address = f"https://example.invalid/{source.path}/pr/{slug(title)}"
        repeats = self._addresses[address]
        self._addresses[address] += 1
        release = Release(
            uid=self._uid,
            title=title,
            text=text,
            published=day,
            file="practice study",
            url=f"{address}-{repeats - 1}" if repeats else address,
            office=source.name,
            state=source.state,
            number=f"{day:%y}-{dice.number(1, 999):03}" if dice.chance(0.6) else None,
            topics=topics(theme, dice),
            components=source.components,
        )
        return DemoRelease(
            release,
            exclusion=coding.exclusion,
            lead=coding.lead,
            relation=coding.relation,
            examples=coding.examples,
            case_values=coding.case_values,
            memo=coding.memo,
        )


def _examples(case: CasePlan) -> tuple[DemoExample, ...]:
    """One for each suspect who used the platform, or one that says nobody did."""
    if case.modes:
        return tuple(
            DemoExample(1, {"category": case.category, "mode": mode}) for mode in case.modes
        )
    return (DemoExample(1, {"category": case.category}),) * case.examples
