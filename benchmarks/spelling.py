"""A table of what medlint's spelling rules and other spelling checkers find in the same texts, in one run.

    python benchmarks/spelling.py --pairs PAIRS.tsv --running TEXTS.jsonl \\
        --clean FOLDER --adjudicated ERRORS.tsv --british FOLDER

PAIRS.tsv      a head line, then misspelling, correct and tier (term, health or general) among its columns
TEXTS.jsonl    {"text": ..., "errors": [{"start", "end", "right", "kind", "tier"}, ...]} a line; may be given again
FOLDER         edited texts (*.txt) in which nothing should be flagged
ERRORS.tsv     a head line, then file name and word: real errors in those texts, whose flags are no false alarms

The peers are run where they are on the PATH (`apt-get install hunspell hunspell-en-us hunspell-en-med`,
`npm install cspell @cspell/dict-medicalterms`, `pip install codespell typos`).
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from spelling_peers import Peer, installed
from spelling_scores import Tally, Text, clean, pairs, running, tally


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--running", type=Path, action="append", default=[])
    parser.add_argument("--clean", type=Path, required=True)
    parser.add_argument("--adjudicated", type=Path)
    parser.add_argument("--british", type=Path)
    return parser.parse_args()


def read(given: argparse.Namespace) -> list[Text]:
    texts = [*pairs(given.pairs), *(text for file in given.running for text in running(file))]
    texts += clean(given.clean, "clean", given.adjudicated)
    return [*texts, *clean(given.british, "british", None)] if given.british else texts


def cpu() -> float:
    """CPU seconds of this process and of those that it ran."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def measure(peer: Peer, folder: Path, texts: list[Text]) -> tuple[dict[str, Tally], float]:
    """Run one checker once over all texts, and count set by set."""
    before = cpu()
    flags = peer.check(folder, [each.text for each in texts])
    spent = cpu() - before
    groups = dict.fromkeys(each.group for each in texts)
    chosen = {group: [i for i, each in enumerate(texts) if each.group == group] for group in groups}
    return {g: tally([texts[i] for i in ids], [flags[i] for i in ids]) for g, ids in chosen.items()}, spent


def share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "–"


def row(peer: Peer, found: dict[str, Tally], spent: float) -> Iterator[str]:
    """The cells of one checker, in the order of the head."""
    wrong, right = found["wrong"], found["right"]
    yield peer.name
    yield share(wrong.found, wrong.slips)
    yield share(wrong.terms_found, wrong.terms)
    yield share(wrong.put_right, wrong.slips) if peer.suggests else "not measured"
    yield share(right.texts_flagged, right.texts)
    for name, each in found.items():
        if name in ("clean", "british"):
            yield f"{1000 * each.alarms / each.words:.2f}"
        elif name not in ("wrong", "right"):
            yield f"{share(each.found, each.slips)} / {share(each.terms_found, each.terms)}"
    yield f"{spent:.0f} s"


def head(texts: list[Text]) -> list[str]:
    groups = dict.fromkeys(each.group for each in texts if each.group not in ("wrong", "right"))
    sums = {
        group: tally([t for t in texts if t.group == group], [[] for t in texts if t.group == group])
        for group in groups
    }
    cells = {
        name: f"false alarms per 1,000 words, {name} ({each.words:,} words)"
        if name in ("clean", "british")
        else f"{name} ({each.slips} slips, {each.terms} in terms)"
        for name, each in sums.items()
    }
    wrong = [slip for each in texts if each.group == "wrong" for slip in each.slips]
    first = [f"found of {len(wrong)} pairs", f"of {sum(slip.term for slip in wrong)} terms"]
    return ["checker", *first, "first suggestion right", "right forms flagged", *cells.values(), "CPU"]


def main() -> int:
    texts = read(arguments())
    missing: list[str] = []
    with tempfile.TemporaryDirectory(prefix="spelling-") as temporary:
        folder = Path(temporary, "texts")
        folder.mkdir()
        for index, each in enumerate(texts):
            (folder / f"{index:05d}.txt").write_bytes(each.text.encode())
        columns = head(texts)
        print(f"| {' | '.join(columns)} |\n| --- |{' ---: |' * (len(columns) - 1)}", flush=True)
        for peer in installed(missing):
            print(f"| {' | '.join(row(peer, *measure(peer, folder, texts)))} |", flush=True)
    if missing:
        print(f"\nNot on the PATH, so not in the table: {', '.join(missing)}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
