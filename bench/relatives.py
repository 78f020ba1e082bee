"""How well candidates are found, and how fast.

    python -m bench.relatives --data ../shared/data      real releases, labelled by hand
    python -m bench.relatives --practice                 the practice study, whose links are known
    python -m bench.relatives --scale 20000              time and memory of that many

What is counted. A labelled pair counts from both sides. Recall at 5: the other release is among
the first five candidates. Precision at 1: of the releases that have a candidate listed at all
(score of at least `SHOWN`), the share whose first one is a true relative; a release without
relatives that is given a candidate counts against it. Pairs labelled `related` (one scheme, other
defendants) count neither for nor against.
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from annotator.demo.study import practice_releases
from db.codebook import file as codebook_file
from db.records import Release
from db.relatives.candidates import candidates_of
from db.relatives.store import bring_up_to_date
from db.releases import store
from db.study import Study
from importers import Options, read

LABELS = Path(__file__).parents[1] / "tests" / "data" / "labelled_pairs.jsonl"
OPA = "opa-2009-2018-sample.jsonl"
FIRST = 5

Pairs = dict[tuple[str, str], str]
"""Both ways: names of two releases → how they are related."""
Found = dict[str, list[tuple[str, str]]]
"""Name of a release → its candidates, best first: name and relation."""


def found_among(releases: Iterable[tuple[str, Release]]) -> Found:
    """Store releases in a study of their own, and give their candidates by name."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Study.create(Path(folder, "study.db"), codebook_file.default(), coder="bench") as study,
    ):
        named = {f"{name}": replace(one, uid=name, url=None) for name, one in releases}
        store(study, named.values(), source="bench", keep_all=True)
        bring_up_to_date(study)
        ids = dict(study.connection.execute("select uid, id from releases").fetchall())
        return {
            uid: [(one.uid, one.relation) for one in candidates_of(study, id_)]
            for uid, id_ in ids.items()
        }


def real_releases(data: Path) -> Iterator[tuple[str, Release]]:
    """The sample and the saved pages, by file and line."""
    for path in [data / OPA, *sorted((data / "html").glob("*.html"))]:
        for record in read(path, options=Options(keep_all=True)):
            if isinstance(record, Release):
                page = path.suffix == ".html"
                yield (f"html/{path.name}" if page else f"{path.name}:{record.line}"), record


def labels(path: Path = LABELS) -> Pairs:
    """The pairs labelled by hand; what holds of a release holds of its repeats."""
    pairs: Pairs = {}
    repeats: defaultdict[str, set[str]] = defaultdict(set)
    for line in path.read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        a, b, relation = pair["a"], pair["b"], pair["relation"]
        pairs[a, b] = pairs[b, a] = relation
        if relation == "duplicate":
            repeats[a].add(b)
            repeats[b].add(a)
    for (a, b), relation in list(pairs.items()):
        for x in {a} | repeats[a]:
            for y in {b} | repeats[b]:
                if x != y:
                    pairs.setdefault((x, y), relation)
                    pairs.setdefault((y, x), relation)
    return pairs


def practice_pairs() -> Pairs:
    """The links of the practice study: every two releases of a case."""
    families: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for one in practice_releases():
        families[one.lead or one.release.uid].append((one.release.uid, one.relation or "lead"))
    pairs: Pairs = {}
    for lead, members in families.items():
        for a, relation_a in members:
            for b, relation_b in members:
                if a == lead:
                    pairs[a, b] = relation_b
                elif b == lead:
                    pairs[a, b] = relation_a
                elif a != b:  # of one case, but how is not said
                    pairs[a, b] = "related"
        pairs.pop((lead, lead), None)
    return pairs


def measures(found: Found, pairs: Pairs) -> dict[str, float]:
    """Recall at 5 by relation, precision at 1, and how often the relation is named rightly."""
    result: dict[str, float] = {}
    for relation in ("duplicate", "update"):
        true = [pair for pair, known in pairs.items() if known == relation and pair[0] in found]
        hits = [listed[b] for a, b in true if b in (listed := dict(found[a][:FIRST]))]
        result[f"{relation}: pairs"] = len(true) // 2
        result[f"{relation}: recall at {FIRST}"] = len(hits) / max(1, len(true))
        result[f"{relation}: so called"] = hits.count(relation) / max(1, len(hits))
        firsts = [
            pairs.get((a, listed[0][0]))
            for a, listed in found.items()
            if listed and listed[0][1] == relation
        ]
        counted = [first for first in firsts if first != "related"]
        right = sum(first is not None for first in counted)
        result[f"{relation}: precision at 1"] = right / max(1, len(counted))
    return result


def scale(count: int) -> None:
    """Time and memory of comparing that many invented releases."""

    def releases() -> Iterator[Release]:
        made = 0
        for seed in range(1, 1000):
            for one in practice_releases(seed):
                if made == count:
                    return
                made += 1
                yield replace(one.release, uid=str(made), url=None)

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "study.db")
        with Study.create(path, codebook_file.default(), coder="bench") as study:
            store(study, releases(), source="bench", keep_all=True)
            before, size = time.perf_counter(), path.stat().st_size
            cpu = time.process_time()
            bring_up_to_date(study)
            spent = time.perf_counter() - before
            (kept,) = study.connection.execute("select count(*) from relatives").fetchone()
            study.connection.execute("pragma wal_checkpoint(truncate)")
            cpu = time.process_time() - cpu
            print(f"{count:,} releases: {spent:.1f} s ({cpu:.1f} s of CPU), {kept:,} candidates")
            extra = [replace(one.release, uid=f"new {n}", url=None) for n, one in
                     enumerate(practice_releases(0)[:10])]  # fmt: skip
            store(study, extra, source="bench", keep_all=True)
            before = time.perf_counter()
            bring_up_to_date(study)
            print(f"10 more: {time.perf_counter() - before:.2f} s")
            print(f"file: {size / 1e6:.0f} MB before, {path.stat().st_size / 1e6:.0f} after")
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, help="folder of the real releases")
    parser.add_argument("--labels", type=Path, default=LABELS)
    parser.add_argument("--practice", action="store_true")
    parser.add_argument("--scale", type=int)
    parser.add_argument("--misses", action="store_true", help="list what was missed or wrong")
    asked = parser.parse_args()
    if asked.scale:
        scale(asked.scale)
    runs = []
    if asked.data:
        runs.append(("real", real_releases(asked.data), labels(asked.labels)))
    if asked.practice:
        named = ((one.release.uid, one.release) for one in practice_releases())
        runs.append(("practice", named, practice_pairs()))
    for title, releases, pairs in runs:
        found = found_among(releases)
        for what, value in measures(found, pairs).items():
            print(f"{title:<9} {what:<28} {value:g}" if value > 1 else
                  f"{title:<9} {what:<28} {value:.3f}")  # fmt: skip
        if asked.misses:
            for (a, b), relation in sorted(pairs.items()):
                if relation != "related" and a in found and b not in dict(found[a][:FIRST]):
                    print(f"missed {relation}: {a} {b}")
            for a, listed in sorted(found.items()):
                if listed and (a, listed[0][0]) not in pairs:
                    print(f"wrong {listed[0][1]}: {a} {listed[0][0]}")
    if not (runs or asked.scale):
        parser.print_help(sys.stderr)


if __name__ == "__main__":
    main()
