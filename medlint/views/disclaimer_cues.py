"""What disclaimers are made of: the phrases that say what a text is not, and what it is for.

Each cue has a weight, words of which one must be there before its expression is even compiled, and the expression.
"""

from __future__ import annotations

from medlint.record import Record


class Cue(Record):
    """One phrase. `supports` marks what only counts beside others: a word such as "website", advice to see a doctor."""

    weight: int
    needs: tuple[str, ...]
    expression: str
    supports: bool = False


def within(most: int) -> str:
    """Give an expression for a stretch of one clause."""
    return rf"[^.!?;]{{0,{most}}}?"


NOT = r"(?:\b(?:not|never|cannot|nor|neither|no(?:ne)?|nothing|without|rather than)\b|n[’']t\b)"
STAND_IN = r"\b(?:substitut\w+|replac\w+|alternatives?|stand in|(?:in|take) (?:the )?place of)\b"
STANDING_IN = ("substitut", "replac", "alternative", "stand in", "place of")
QUALIFIED = (
    r"(?:(?:medical|clinical|professional|health(?:[ -]?care)?|dental|individual(?:i[sz]ed)?|personal(?:i[sz]ed)?|"
    r"specific|expert|informed|qualified|doctor[’']?s[’']?|physician[’']?s[’']?|veterinary|nutritional)\b"
    r"[\s,/]+(?:[\w-]+[\s,/]+){0,6}?)"
)
ADVICE = rf"{QUALIFIED}(?:advice|guidance|diagnos[ei]s(?:[\s,]+\w+){{0,2}}[\s,]+treatment)\b"
CARE = (
    rf"{QUALIFIED}(?:care|consultations?|diagnos[ei]s|judge?ments?|opinions?|recommendations?|treatments?|"
    r"evaluations?|assessments?|interpretations?|counsel(?:l?ing)?|supervision|review)\b"
)
CARER = (
    r"(?:doctor|physician|clinician|pediatrician|paediatrician|pharmacist|therapist|psychiatrist|counsel(?:l)?or|nurse|"
    r"midwife|gp|care team|(?:medical|health|health[ -]?care|care|qualified|licensed|cancer|primary care) "
    r"(?:professional|provider|practitioner|team|specialist)|provider|practitioner|professional)s?"
    r"(?!\s+(?:\w+\s+)?(?:advice|treatment|care|diagnosis|help|guidance|supervision|opinion)\b)"
)
CONTENT = (
    r"\b(?:information|content|contents|materials?|articles?|website|web ?sites?|web ?pages?|pages?|site|guides?|"
    r"resources?|fact ?sheets?|leaflet|calculator|checker|tools?|descriptions?|handout|app|newsletter|publication)\b"
)
"""What an article calls itself."""

TEXT = (
    r"\b(?:information|contents?|materials?|articles?|site|web ?sites?|web ?pages?|pages?|blog|posts?|guides?|"
    r"resources?|publication|document|fact ?sheets?|leaflet|brochure|app|tools?|calculator|checker|services?|"
    r"newsletter|video|program|programme|text|handout|statements?|answers?|"
    r"descriptions?|results|interpreter|assessment|podcast|literature|e-?book|book)\b|\b(?:this|these) (?:is|are)\b"
)
PURPOSE = (
    r"\b(?:information(?:al)?|informative|education(?:al)?|learning|reference|awareness|general|entertainment|"
    r"self-monitoring|consultation preparation|personal tracking)"
    r"(?:(?:,| and|/| or|,? and/or) \w+(?: \w+)?)?(?: purposes?| use| awareness| information| preparation)?\s?(?:\)|,)?"
    r"(?: only|(?= and (?:is|are|does|do|should|must|cannot|may) ))"
)

CUES = (
    # What it is not: a stand-in for care.
    Cue(3, STANDING_IN, rf"{NOT}{within(90)}{STAND_IN}{within(120)}\b{ADVICE}"),
    Cue(2, STANDING_IN, rf"{NOT}{within(90)}{STAND_IN}{within(90)}\b{CARE}"),
    Cue(
        2,
        STANDING_IN,
        rf"{NOT}{within(90)}{STAND_IN}{within(60)}\b(?:advice|relationship|consult\w+|visit|seeing|seeking|talking|care|"
        rf"guidance|instructions?|judge?ment|skill)\b{within(60)}\b(?:{CARER}|help)\b",
    ),
    Cue(1, STANDING_IN, rf"{NOT}{within(60)}{STAND_IN}{within(30)}\b(?:an? |your |the )?(?:\w+ )?{CARER}\b"),
    Cue(1, STANDING_IN, rf"{CONTENT}{within(160)}{NOT}{within(90)}{STAND_IN}"),
    Cue(
        2,
        STANDING_IN,
        r"(?:\A|[.!?:|>*]\s*| {3})not (?:(?:intended|meant) (?:as|to be) )?an? (?:substitute|replacement) for\b",
    ),
    # What it is not: advice.
    Cue(
        3,
        ("advice", "guidance", "diagnos"),
        rf"{NOT}{within(60)}\b(?:constitut\w+|provid\w+|offer\w*|giv\w+|render\w*|intend\w+|meant|consider\w*|"
        rf"construed|interpreted|taken|treated|used|relied|serve)\b{within(80)}\b(?:{ADVICE}|advice, diagnosis)",
    ),
    Cue(
        2,
        ("constitut", "intended", "meant", "considered", "construed", "interpreted"),
        rf"{NOT}{within(60)}\b(?:constitut\w+|intended|meant|considered|construed|interpreted)\b{within(60)}\b{CARE}",
    ),
    Cue(
        4,
        (" advice",),
        r"\b(?:not|no|never|isn[’']t|aren[’']t) (?:\w+ ){0,2}?(?:(?:medical|clinical|health) (?:\w+ )?)advice\b",
    ),
    Cue(
        4,
        ("nothing", "none of"),
        rf"\b(?:nothing|none of (?:it|that|the|these|this|what)\b){within(60)}"
        r"\b(?:is|as|be) (?:\w+ ){0,2}?(?:medical|clinical|health|professional) (?:\w+ )?advice\b",
    ),
    Cue(
        2,
        ("diagnos", "advice", "treatment"),
        r"\b(?:not|isn[’']t) (?:as )?(?:(?:a|an|individual|personal\w*|professional|medical|clinical|actual) ){0,3}"
        r"(?:diagnos[ei]s|advice|treatment)\b",
    ),
    Cue(
        2,
        ("diagnos", "prescrib"),
        rf"\b(?:do|does|is|are|can|will|must|should)(?: not|n[’']t){within(60)}\b(?:diagnos\w+|prescrib\w+)\b"
        rf"{within(60)}\b(?:conditions?|disease|treat\w*|illness|problems?|recommend\w*|decisions)\b",
    ),
    Cue(
        2,
        (" to diagnose", " to cure", " to treat", " to prevent", " to prescribe"),
        rf"{NOT}{within(60)}\b(?:claim|intended|meant|designed)\b{within(20)}"
        r"\bto (?:diagnose|cure|treat|prevent|prescribe)\b",
    ),
    Cue(
        3,
        ("relationship",),
        rf"{NOT}{within(80)}\b(?:doctor|physician|provider|therapist|clinician)s?\s?[-–—/ ]\s?(?:patient|client)s? "
        r"relationship",
    ),
    Cue(3, ("the relationship",), rf"{NOT}{within(40)}\breplace the relationship\b"),
    Cue(
        3,
        ("not ",),
        r"\bnot (?:written|created|reviewed|authored|approved|viewed) (?:\w+ )?by (?:\w+ )?(?:medical|health\w*) "
        r"(?:professional|expert|care)s?",
    ),
    # What it is for.
    Cue(
        2,
        (" only", " and "),
        rf"\b(?:for|is|are|as|designed|intended|provided|purposes?:?)\b{within(60)}{PURPOSE}",
    ),
    Cue(2, (" only", " and "), rf"(?:\A|[.!?:|>*\s])\s*(?:{PURPOSE})"),
    Cue(
        2,
        ("general", "education", "health "),
        r"\b(?:general|educational|health) (?:health )?(?:education|information|overview|content|resources?)\b"
        rf"(?: only)?{within(40)}\b(?:not|cannot|does not|and is not)\b",
    ),
    Cue(
        2,
        ("general", "education"),
        r"\b(?:is|are|provides?|offers?|promote) (?:\w+ ){0,3}(?:general|educational) (?:\w+ )?"
        r"(?:education|information|nature|overview|resources?)\b",
    ),
    Cue(
        1,
        ("educational",),
        r"\b(?:is|are) (?:\w+ )?educational\b|\beducational (?:resource|content|overview|guide|tools?)\b",
    ),
    Cue(3, ("for medical advice",), rf"\bfor medical advice\b{within(60)}\bconsult\b"),
    # What stands round it.
    Cue(1, (), TEXT, supports=True),
    Cue(
        1,
        (":",),
        r"\b(?:medical |health |general |legal )?(?:disclaimer|notice|important|note)\b\W{0,4}:",
        supports=True,
    ),
    Cue(
        1,
        (),
        r"\b(?:consult|seek|ask|contact|speak (?:to|with)|talk (?:to|with)|advice of|guidance of|discuss\w* with|"
        rf"in consultation with)\b{within(60)}\b{CARER}\b",
        supports=True,
    ),
    Cue(
        1,
        (),
        r"\b(?:medical|health|clinical|diagnos\w+|disease|treatment|symptoms?|therapy)\b",
        supports=True,
    ),
)

ABOUT_CARE = (
    r"\b(?:therap(?:y|ies)|approach|supplements?|vaccines?|diet|exercise|diary|medicines?|medications?|drugs?|herbs?|"
    r"devices?|surgery|implants?|hormones?|insulin|acupuncture|massage|yoga|test|knowledge|planning|coaching)\b[^.!?,;]{0,30}"
    rf"\b(?:is|are|was|do|does|can|should|will)(?:n[’']t| ?not|not)\b[^.!?]{{0,40}}{STAND_IN}|"
    r"\b(?:by|over the|via) (?:e-?mail|phone|telephone|text message)\b"
)
"""What an article says of a treatment (it replaces no other) and of people (they give no advice by e-mail)."""

ABOUT_MONEY = (
    r"\b(?:financial|investment|investing|legal|tax|trading)(?:,? (?:or|and) \w+)? advice\b|"
    r"\bsecurities\b|\binvestors?\b"
)

DENIALS = ("not", "n't", "n’t", "never", "no ", "none", "nor ", "rather than", "without")
PURPOSES = ("purpose", "educational", "education only", "information only", "informational", "general information")
"""One of these, or of the denials, stands close to a cue, or the cue is none."""

ANCHORS = (
    *("substitut", "replac", "alternative", "advice", "purpose", "information only", "informational", "education"),
    *("diagnos", "relationship", " only", "written by", "created by", "general information", "prescrib", "place of"),
)
"""One of these stands in every disclaimer; looked for first, since few articles hold many."""
