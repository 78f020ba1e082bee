"""Synthetic releases: the same ones for the same seed on every machine, every word made up here.

    python bench/synthetic.py 1000 releases.jsonl

About 3 KB each, some seven mentions, the offices of real districts. They are numbered in the order
of their dates, and a title begins with its number, so that a program's screen says what it shows.
"""

import argparse
import json
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, islice
from pathlib import Path
from random import Random

FIRST_DAY, DAYS = date(2013, 1, 1), 7 * 365
_DISTRICTS = "wdky sdtx edny ndca mn cdca ma nj edva sdfl ndil wdwa az wdmo mdpa co".split()
_COMMON = """the of and to in a for was that with on by as at from he his an her is who had she
which were said this charged been court federal after child online years case agents office evidence
victim guilty sentenced prison account phone images according search warrant messages police county
""".split()
_MENTIONS = (
    *("used Facebook to", "a Facebook account", "on Facebook", "Facebook Messenger"),
    *("posted to facebook", "his Facebook profile", "through Facebook"),
)
_SHARE_THAT_MENTIONS = 0.2
"""Of some thirty sentences; the first one always does."""
_FURNITURE = "Follow us on Facebook"
_SYLLABLES = [c + v for c in "b c d f g h l m n p r s t v w br cl gr st".split() for v in "aeiou"]
_ENDINGS = "n r s t l d m ck nd st ng ly ment tion ing ed er al ity".split()


def title_start(number: int) -> str:
    """How the title of a release begins."""
    return f"Matter {number:06d}:"


def word(rank: int, seed: int = 7) -> str:
    """The word of that rank; the first hundred are in many releases, the 3,000th in few."""
    return _vocabulary(Random(seed))[0][rank]


def releases(count: int, seed: int = 7) -> Iterator[dict[str, str]]:
    """That many releases as records of a JSONL file, by date."""
    random = Random(seed)
    words, weights = _vocabulary(random)
    for number in range(1, count + 1):
        district = random.choice(_DISTRICTS)
        title = " ".join(word.capitalize() for word in random.choices(words[40:2000], k=7))
        day = FIRST_DAY + timedelta(days=(number - 1) * DAYS // count)
        yield {
            "title": f"{title_start(number)} {title}",
            "body": _body(random, words, weights),
            "date": day.isoformat(),
            "url": f"https://www.justice.gov/usao-{district}/pr/matter-{seed}-{number}",
        }


def write(count: int, path: Path, seed: int = 7) -> Path:
    """Write them as JSON lines, unless a file of that name is there; the path."""
    if not path.exists():
        draft = path.with_suffix(".part")
        with draft.open("w", encoding="utf-8") as file:
            for record in releases(count, seed):
                file.write(json.dumps(record, ensure_ascii=False) + "\n")
        draft.rename(path)
    return path


def read(path: Path) -> Iterator[dict[str, str]]:
    """The records of such a file."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _vocabulary(random: Random) -> tuple[list[str], list[float]]:
    """Words, and their weights added up: few are common and most are rare, as in any text."""
    made: dict[str, None] = {}
    while len(made) < 8000:
        stem = "".join(random.choices(_SYLLABLES, k=random.randint(1, 3)))
        made[stem + random.choice(_ENDINGS)] = None
    words = [*_COMMON, *made]
    return words, list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))


def _body(random: Random, words: list[str], weights: list[float]) -> str:
    size = max(120, int(random.gauss(490, 80)))
    stream = iter(random.choices(words, cum_weights=weights, k=size))
    sentences = []
    while sentence := list(islice(stream, random.randint(9, 24))):
        sentence[0] = sentence[0].capitalize()
        if not sentences or random.random() < _SHARE_THAT_MENTIONS:
            sentence.insert(len(sentence) // 2, random.choice(_MENTIONS))
        sentences.append(" ".join(sentence) + ".")
    paragraphs = [" ".join(sentences[at : at + 4]) for at in range(0, len(sentences), 4)]
    if random.random() < 0.3:
        paragraphs.append(_FURNITURE)
    paragraphs[0] = f"{random.choice(words).upper()} – “{paragraphs[0]}”"
    return "\n\n".join(paragraphs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("count", type=int)
    parser.add_argument("path", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    chosen = parser.parse_args()
    write(chosen.count, chosen.path, chosen.seed)


if __name__ == "__main__":
    main()
