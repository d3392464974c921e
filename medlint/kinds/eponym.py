"""Names of diseases, signs and procedures that are written wrongly: only where the thing they name follows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from medlint.document import Document
from medlint.finding import Edit, Hit
from medlint.kinds import kind
from medlint.lazy import lazy
from medlint.lexicon import entry, folded, has, is_eponym
from medlint.matching import find
from medlint.neighbours import neighbours
from medlint.record import Record
from medlint.span import Range

HEADS = (
    "disease|syndrome|atrophy|sign|signs|fracture|fractures|palsy|palsies|dystrophy|contracture|contractures|phenomenon|"
    "test|reflex|reaction|anemia|anaemia|lymphoma|sarcoma|tumor|tumour|tumors|tumours|thyroiditis|arthropathy|foot|joint|"
    "esophagus|oesophagus|ataxia|chorea|dementia|encephalopathy|psychosis|arteritis|granulomatosis|purpura|cyst|cysts|"
    "hernia|tube|tubes|gland|glands|duct|ducts|node|nodes|nodule|nodules|canal|procedure|operation|maneuver|manoeuvre|"
    "position|score|scale|criteria|index|stain|triad|tetralogy|anomaly|malformation|deformity|paralysis|neuralgia|"
    "neuroma|neuropathy|body|bodies|cell|cells|spots|lines|nodes|corpuscle|catheter|splint|exercises|"
    "vein|artery|ligament|tendon|bandage|incision|repair|cancer|carcinoma|melanoma"
)
CAPITALISED = lazy(r"[A-Z][a-zà-ÿ]{3,}")
NAME = (
    r"(?P<name>[A-Z](?<=\b[A-Z])[a-zà-ÿ]{3,})"
    rf"(?P<own>['\u2019]s?)?(?:[-\u2013][A-Z]\w+){{0,2}}(?:['\u2019]s?)?\ (?:{HEADS})\b"
)


class Slip(Record):
    """One slip that only its neighbours give away; `write` may refer to groups of `find` as \\1."""

    find: str
    write: str


class Options(Record):
    """Which slips."""

    pairs: Annotated[str, "A list in `dictionaries/` of names written wrongly, each with the right one."] = ""
    swap: Annotated[tuple[Slip, ...], "Slips that are words of their own elsewhere, as regular expressions."] = ()


@kind("eponym", options=Options, values=("replacement",))
def eponym(document: Document, options: Options) -> Iterator[Hit]:
    """Report a name before "disease", "sign" and the like that is no eponym, but one or two letters from one."""
    taken = set()
    for slip in options.swap:
        for match in find(document, slip.find, ignorecase=False):
            right = match.expand(slip.write)
            if right != match[0]:
                place = Range(*match.span())
                taken.add(place.start)
                yield Hit(place, {"replacement": right}, (right,), (Edit(place, right),))
    for match in find(document, NAME, ignorecase=False):
        for name in CAPITALISED.finditer(match[0]):
            place = Range(match.start() + name.start(), match.start() + name.end())
            right, sure = meant(name[0], options.pairs)
            if right and place.start not in taken:
                yield Hit(place, {"replacement": right}, (right,), (Edit(place, right),) if sure else ())


def meant(name: str, pairs: str) -> tuple[str, bool]:
    """Give the eponym that a name stands for, or "", and whether that is certain enough to be written unseen."""
    plain = folded(name)
    if is_eponym(plain) or has("words/english", plain):
        return "", False
    paired = entry(pairs, plain) if pairs else None
    if paired:
        return paired[0], True
    if has("words/names", plain) or has("terms/medical", plain):
        return "", False
    near = [each for each in neighbours(plain) if each.sort == "e" and each.letters <= (1 if len(plain) < 6 else 2)]
    if not near or (near[0].letters == 2 and near[0].cost > 1.5):
        return "", False
    closest = [each for each in near if each.letters == 1]
    return near[0].word, len(closest) == 1 and closest[0] == near[0] and near[0].cost < 0.9
