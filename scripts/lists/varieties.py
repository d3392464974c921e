"""Words that are British or American, each with its form on the other side.

Pairs come from breame and from British letter groups tried on the words of `dictionaries/`; a pair counts only where
both forms are words there. What either side also writes (-ize in Britain, "fetus", "program") is left out.
"""

from __future__ import annotations

import ast
import os
import re

from lists.sources import BREAME, Fetched, Source

NOTE = "Words of one variety of English: GB or US, and the form of the other. What both write is left out."
SOURCES = (BREAME, Source("own", "the table of letter groups in scripts/lists/varieties.py", "1", "MIT"))
GROUPS = [
    tuple(pair.split("="))
    for pair in re.findall(
        r"\w+=\w+",
        """
    haem=hem aemi=emi oedem=edem oesoph=esoph oestr=estr paed=ped anaest=anest gynaec=gynec rrhoe=rrhe pnoe=pne
    faec=fec caec=cec coeli=celi aetio=etio amoeb=ameb naev=nev homoeo=homeo aestheti=estheti aesthes=esthes
    leucocyt=leukocyt caesare=cesare melaena=melena hyaen=hyen umour=umor olour=olor abour=abor avour=avor
    aviour=avior dour=dor apour=apor onour=onor eighbour=eighbor igour=igor fibre=fiber litre=liter centre=center
    metre=meter titre=titer theatre=theater calibre=caliber alyse=alyze alysi=alyzi olyse=olyze olysi=olyzi ise=ize
    isi=izi isation=ization elling=eling elled=eled eller=eler alling=aling alled=aled ogue=og oeuvr=euver
    mould=mold grey=gray ence=ense sceptic=skeptic fulfil=fulfill enrol=enroll skilful=skillful wilful=willful
    programme=program plough=plow jewell=jewel woollen=woolen marvellous=marvelous foetus=fetus foetal=fetal
    haemo=hemo callipers=calipers instil=instill distil=distill
    """,
    )
]
BOTH_WRITE = re.compile(
    r"""(?:(?:fet(?:us|al)|foet)\w*|programs?|programm(?:ed|ing|ers?)|meters?|metering|fulfill(?:ed|ing)|enroll(?:ed|ing|ers?)
    |distill(?:ed|ing|ers?|ery|eries)|instill(?:ed|ing)|dialog\w*|analog\w*|catalog\w*|\w*prise[ds]?|\w*prising|\w*vise[ds]?
    |\w*vising|\w*cise[ds]?|\w*cising|advertis\w*|wise|rise\w*|aris\w*|pris\w*|guis\w*|disguis\w*|license\w*|licence\w*
    |practi[cs]e\w*|cis|mis|his|promis\w*|noise\w*|poise\w*|pois\w*|rais\w*|prais\w*|brais\w*|bruis\w*|crui[sz]e\w*|malaise
    |anise\w*|valise|treatise|expertise|franchise\w*|chemise|demise\w*|despise\w*|excise\w*|paradise|premise\w*|tortoise
    |sense\w*|size[ds]?|sizing|seiz\w*|priz\w*|maize|capsiz\w*|glaz\w*|gaz\w*|daz\w*|haz\w*|razing|blazing|criz\w*
    |dialysis|paralysis|\w*lysis|analysis|aging|ageing|hence|fence\w*|pence|whence|dense|tense\w*|aestheti\w*|estheti\w*
    |paralysing|spense|cense|mense|judgment|judgement|homely|(?:in)?tensed|labor(?:atory|atories|ious\w*)|ceramis\w*
    |vigorous\w*|humorous\w*|odorous\w*|honorary|calling|called|falling|stalling|tall\w*|balled|balling|smalled|dieselling
    |oriental\w*|nosology|installed|installing|installer|walled|walling|palled|galled|galling|scaled|scaling|healed|healing
    |belling|celling|felling|felled|felling|feller|selling|seller|dwell\w*|spell\w*|smell\w*|swell\w*|well\w*|yell\w*|tell\w*
    |quell\w*|shell\w*|expell\w*|compell\w*|propell\w*|repell\w*|dispell\w*|excell\w*|impell\w*|rebell\w*|cell\w*|hotell\w*
    |\w*lyses|connexion\w*|connection\w*|inflexion\w*|filters?|philtres?|\w*grams?|jail\w*|draft\w*|dis[ck]s?|tires?|tons?|tonnes?
    |buss?(?:es|ed|ing)|binge?ing|biass?(?:ed|ing)|gages?|gass?es|bevy|bevies|groins?|hems?|haems?|likable|misspel\w*|instal\w*
    |glamou?r\w*|theat\w*|epilog\w*|monolog\w*|worship\w*|wi[sz]es|enrol\w*
    |paling|palling|pandora|phony|pirog|rigors?|staled|trialed|tranquility|waggons?|wagons?|yogh?urts?|versicolor|savor\w*
    |saviors?|practicing|practising|balk\w*|chilli|chili|archeo\w*|arbors?|\w*cyclop\w*|eons?|hyen\w*|hom(?:o?e)o\w*|leuk?ocyt\w*
    |leucocyt\w*|chimeras?|cecity|celiotomy|omelets?|siphon\w*|sulf\w*|sulph\w*|sheiks?|shovelers?|filets?|epaulets?|flutists?
    |councilors?|merchandis\w*|exorcis\w*|synagogs?|hematic|hemic|vapori?[sz]\w*|griffins?|miters?|remold\w*|appall\w*|pouf|poufs
    |behoo?v\w*|busing|molder\w*|practic\w*|focuss?\w*|benefitt?\w*|targett?\w*|estrus\w*|ax|calipers?|callipers?|pommel\w*
    |fibered|centering|dour\w*|pallor|colo[u]?rectal|odometers?|grays|gy|elevat\w*|telemeter\w*|(?:therm|bar|spir|alti|odo)\w*met
    er\w*|diamet\w*|paramet\w*|perimet\w*|\w*ometers?|\w*imeters?)\Z""",
    re.X,
)


def pairs(words: set[str]) -> dict[str, str]:
    """Give British words of `words` with their American forms, by the letter groups."""
    found: dict[str, str] = {}
    for word in words:
        for british, american in GROUPS:
            if british in word:
                other = word.replace(british, american)
                if other != word and other in words:
                    found[word] = other
                    break
    return found


def breame(fetched: Fetched) -> dict[str, str]:
    """Give the pairs of breame, British and American; its module is read, not run."""
    path = os.path.join(fetched.unpacked(BREAME), "breame/data/spelling_constants.py")
    with open(path, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "BRITISH_ENGLISH_SPELLINGS":
            return dict(ast.literal_eval(node.value))
    raise SystemExit("breame has no British spellings any longer")


def lines(words: set[str], fetched: Fetched) -> dict[str, str]:
    """Give the lines of the list, by word."""
    found = {**breame(fetched), **pairs(words)}
    found = {b: a for b, a in found.items() if b in words and a in words and len(b) > 3 and not BOTH_WRITE.match(b)}
    found = {b: a for b, a in found.items() if not BOTH_WRITE.match(a) and b not in found.values()}
    made = [f"{british}\tGB\t{american}" for british, american in found.items()]
    made += [f"{american}\tUS\t{british}" for british, american in found.items() if not oxford(british, american)]
    return {line.split("\t")[0]: line for line in made}


def oxford(british: str, american: str) -> bool:
    """Tell whether a pair differs in -ise and -ize alone: the latter is British too."""
    return british.replace("is", "iz") == american.replace("is", "iz") and "lys" not in british
