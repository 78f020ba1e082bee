"""The people a release is about, found by rule: not the officials who speak in it."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

_LETTERS = "A-Za-z\u00c0-\u024f"
_TOKEN = rf"(?:[A-Z]\.|(?:Jr|Sr|Dr|Mr|Mrs|Ms|St)\.|[A-Z\u00c0-\u00de][{_LETTERS}'’\-]*[{_LETTERS}])"
_RUN = re.compile(
    rf"{_TOKEN}(?:[ \u00a0]+"
    r"(?:(?:de|del|la|las|los|van|von|bin|ibn|al|el|da|der|di|dos)[ ]+){0,2}"
    rf"{_TOKEN})*"
)
_GLUED = re.compile(
    r"[A-Z](?<=[a-z].)(?=[a-z])"
    r"(?<!\bMc.)(?<!\bMac.)(?<!\bDe.)(?<!\bLa.)(?<!\bLe.)(?<!\bDi.)"
)
"""Where a blank was lost: "RamiroSerrataJr."."""

_TITLES = frozenset(
    """
attorney attorneys judge judges justice agent agents director general inspector chief sheriff
commissioner secretary prosecutor prosecutors counsel administrator superintendent detective
detectives officer investigator marshal mayor governor senator congressman congresswoman
representative captain lieutenant sergeant major colonel president chairman spokesman
spokeswoman head trial charge deputy assistant acting principal associate special supervisory
senior magistrate district postal comptroller auditor ambassador trooper constable solicitor
commander coordinator colonels
""".split()
)
"""Words that, just before a name, make it an official's."""
_ENDINGS = frozenset("jr sr ii iii iv".split())
_OTHERS = frozenset(
    """
the a an in on at of for to from by with and or but as if after before during since until while
when where who which that this these those he she they it his her their its we our you i
according today yesterday earlier later also additionally following under over both each all any
some no not there here because although however then january february march april may june july
august september october november december monday tuesday wednesday thursday friday saturday
sunday united states us department justice office division section bureau federal state county
city town court courts police service services agency administration commission committee center
centre program project task force unit strike team operation act code title law national
international american america public private criminal civil rights tax fraud health human
homeland security investigation investigations investigative internal revenue enforcement drug
immigration customs border alcohol tobacco firearms explosives treasury defense army navy air
coast guard marine veterans affairs education labor energy environmental protection natural
resources transportation commerce agriculture interior medicare medicaid medical hospital
university college school high middle elementary church bank credit union company corporation
corp inc llc ltd co group association foundation institute society fund board council district
northern southern eastern western central north south east west new york jersey mexico hampshire
carolina dakota virginia california texas florida illinois ohio michigan georgia pennsylvania
washington massachusetts maryland missouri wisconsin minnesota colorado alabama louisiana
kentucky oregon oklahoma connecticut iowa mississippi arkansas kansas utah nevada nebraska idaho
hawaii maine montana delaware alaska vermont wyoming tennessee arizona indiana puerto rico
columbia island islands rhode guam los angeles san las vegas el paso santa fort saint st miami
houston dallas chicago boston detroit atlanta philadelphia brooklyn manhattan baltimore seattle
portland denver phoenix tampa orlando jacksonville memphis nashville cleveland columbus
cincinnati pittsburgh newark buffalo charlotte raleigh richmond norfolk man woman men women
resident residents former owner owners employee employees teacher doctor physician nurse couple
brother brothers sister sisters husband wife father mother member members leader leaders gang
executive executives manager two three four five six seven eight nine ten eleven twelve first
second third fourth fifth final last another more other pleads pleaded plead guilty sentenced
sentence charged charges charging indicted indictment convicted conviction arrested arrest
admits agrees agree pays pay settles settlement announces announced files filed seeks sues sued
settle reaches jury grand trial prison years months life role scheme conspiracy conspiring child
children minor minors pornography exploitation sexual sex abuse producing production possession
distribution receipt receiving enticement trafficking hate crime crimes assault murder robbery
bribery money laundering identity theft mail wire internet online facebook twitter instagram
snapchat youtube google safe childhood victim victims witness press release news contact
information website copyright mr mrs ms dr prosecution prosecutors attorney attorneys general
deputy assistant acting principal associate special agent charge inspector judge magistrate
chief director head senior supervisory postal secretary commissioner field regional against
involving related connection regarding through using defendant defendants honorable corporal
specialist class judicial joint terrorism counterterrorism organized shepard matthew antitrust
legal counsel clean water resolve enforce enjoin enjoins permanent permanently bars shuts shut
down preparing returns return providing provide material support agreement agreements
resolutions fixing fix prices rates monitor elections township parish village management
compliance assurance bidding rigging smallest small business recycling sought care affordable
domestic violence litigation
initiative initiatives innocence lost neighborhoods partnership network campaign coalition
guidelines forfeiture claims intellectual residence alleged false fraudulent joins lawsuit
kik whatsapp tiktok tumblr skype telegram omegle myspace craigslist backpage grindr tinder reddit
yahoo gmail dropbox xbox playstation paypal venmo app apps messenger
""".split()
)
"""Words that are no part of a person's name; what stands between two of them may be one."""

_AGE = re.compile(r",?\s+(?:age\s+)?(\d\d)(?=[,;.\s)])|\s*\((\d\d)\)")
_ALIAS = re.compile(r"[,\s(]+(?:a/?k/?a|also known as|aliases?)\b", re.IGNORECASE)
_ALIASED = re.compile(r"(?:a/?k/?a|also known as|aliases?)[\s“\"']*$", re.IGNORECASE)
_DEED = re.compile(
    r"(?:,[^,.;]{0,60},)?\s+(?:(?:has|have|was|were|is|had|also|today|each|previously)\s+){0,3}"
    r"(?:pleaded|pled|pleads|plead|sentenced|convicted|charged|indicted|arrested|found guilty"
    r"|admitted|agreed to plead|faces|conspired|allegedly|appeared|entered|guilty|accused)\b"
)
_HOME = re.compile(r",\s+(?:both |each )?(?:formerly )?(?:of|from)\s+[A-Z]")
_OBJECT = re.compile(
    r"(?:charg(?:ed|es|ing)|sentenc(?:ed|ing)|convicted|indicted|indicting|arrested|against"
    r"|defendants?,?|identified as|suspect|accus(?:ed|ing)|co-?conspirators?,?)\s+$"
)
_OFFICE_AFTER = re.compile(
    r",?\s+(?:,\s*)?(?:of the (?:FBI|Justice|Department|Criminal|Civil|Tax|U\.?S|Internal|Fraud)"
    r"|for the (?:Northern|Southern|Eastern|Western|Middle|Central|District)"
    r"|(?:Acting |Assistant |Deputy |Principal |Executive |Regional )?"
    r"(?:U\.?S\.?|United States|Special Agent|Assistant|Attorney General|Director|Inspector"
    r"|Chief|Sheriff|Commissioner|Regional|Deputy|Resident Agent|Trial Attorney)\b)"
)
_JOIN = re.compile(r"[,;]?\s+(?:and\s+)?$|,\s*$")
LONGEST = 5
"""Words of the longest name."""
MOST = 60
"""Names kept of one release; a round-up of a hundred arrests is no clue to each."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as a release has it."""

    key: str
    """First and last word in lower case: "john roe"; middle names come and go."""
    shown: str
    accused: bool
    """The release says something of the person that it says of defendants."""
    age: int | None = None


def names_of(title: str, text: str) -> list[Name]:
    """Names in a release, in order; officials and what looks like an institution left out."""
    whole = _GLUED.sub(r" \g<0>", f"{title}.\n{text}").replace("U.S.", "US")
    found: dict[str, Name] = {}
    officials: set[str] = set()
    alone: Counter[str] = Counter()
    official_end = -1
    for match in _RUN.finditer(whole):
        start, end = match.span()
        for name_words, at_end, titled in _parts(match[0]):
            if len(name_words) == 1:
                if not titled:
                    alone[name_words[0]] += 1
                continue
            key = f"{name_words[0]} {name_words[-1]}".lower()
            follows = official_end >= 0 and _follows(whole, official_end, start)
            if titled or follows or (at_end and _OFFICE_AFTER.match(whole, end)):
                officials.add(key)
                official_end = end
                continue
            told = _told(whole, start, end) if at_end else (False, None)
            old = found.get(key)
            if old is None:
                found[key] = Name(key, " ".join(name_words), *told)
            elif (told[0] and not old.accused) or (old.age is None and told[1]):
                found[key] = replace(old, accused=True, age=old.age or told[1])
    kept = [name for key, name in found.items() if key not in officials]
    return [
        name if name.accused or not _called(name, alone) else replace(name, accused=True)
        for name in kept[:MOST]
    ]


@lru_cache(maxsize=50_000)
def _parts(run: str) -> tuple[tuple[list[str], bool, bool], ...]:
    """What a run of capitalised words has of names: words, whether it ends the run, titled."""
    parts: list[tuple[list[str], bool, bool]] = []
    words: list[str] = []
    titled = now_titled = False
    mixed = not run.isupper()
    for word in run.split():
        plain = word.rstrip(".").lower()
        plain = plain.removesuffix("'s").removesuffix("’s")
        if plain in _ENDINGS and words:
            continue
        if len(plain) == 1 and word.endswith("."):
            words += [word] if words else []
            continue
        if (
            plain in _OTHERS
            or plain.removesuffix("s") in _OTHERS
            or (mixed and len(plain) > 2 and word.removesuffix("s").isupper())
            or plain in _TITLES
        ):
            if words:
                parts.append((words, False, now_titled))
            words, titled = [], plain in _TITLES
            continue
        if not words:
            now_titled = titled
        if len(plain) > 1 or words:
            words.append(word.removesuffix("'s").removesuffix("’s"))
    if words:
        parts.append((words, True, now_titled))
    return tuple(
        (words, last, titled)
        for words, last, titled in parts
        if len(words) <= LONGEST and len(words[-1]) > 2
    )


def _follows(text: str, official_end: int, start: int) -> bool:
    """Whether a name goes on a list that an official begins: "Attorneys A, B and C"."""
    return 0 < start - official_end <= 8 and bool(_JOIN.fullmatch(text, official_end, start))


def _told(text: str, start: int, end: int) -> tuple[bool, int | None]:
    """Whether what stands around a name is said of defendants, and the age that it tells."""
    after = end + 1 if text.startswith(".", end) and text[end - 2 : end] in ("Jr", "Sr") else end
    if age := _AGE.match(text, after):
        return True, int(age[1] or age[2])
    accused = (
        _DEED.match(text, after)
        or _HOME.match(text, after)
        or _ALIAS.match(text, after)
        or _OBJECT.search(text, max(0, start - 30), start)
        or _ALIASED.search(text, max(0, start - 20), start)
    )
    return bool(accused), None


def _called(name: Name, alone: Counter[str]) -> bool:
    """Whether the release goes on to call the person by the last name alone, with no title."""
    last = name.shown.split()[-1]
    return alone[last] + alone[f"{last}s"] >= 2
