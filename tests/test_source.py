"""Bytes become text and the same bytes again, in whatever encoding."""

from __future__ import annotations

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medlint.source import NotText, Source, decode

EXAMPLES = int(os.environ.get("MEDLINT_EXAMPLES", "100"))

PAGE = '<meta charset="{}"><p>Señor Núñez’s “gout” – 5 µg</p>'
SHIFT_JIS = '<?xml version="1.0" encoding="Shift_JIS"?><p>痛風</p>'


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"", "", "utf-8"),
        (b"Rest helps.\r\nSo does ice.\r", "Rest helps.\r\nSo does ice.\r", "utf-8"),
        ("naïve – 日本".encode(), "naïve – 日本", "utf-8"),
        (b"\xef\xbb\xbfna\xc3\xafve", "naïve", "utf-8"),
        (b"It\x92s na\xefve \x96 5 \xb5g", "It’s naïve – 5 µg", "cp1252"),
        (b"na\xefve \x9d caf\xe9", "naïve \x9d café", "latin-1"),
        ("\ufeffnaïve\r\n".encode("utf-16-le"), "naïve\r\n", "utf-16-le"),
        ("\ufeffnaïve\r\n".encode("utf-16-be"), "naïve\r\n", "utf-16-be"),
        (PAGE.format("windows-1252").encode("cp1252"), PAGE.format("windows-1252"), "windows-1252"),
        (PAGE.format("iso-8859-1").encode("cp1252"), PAGE.format("iso-8859-1"), "cp1252"),
        (PAGE.format("utf-16").encode("cp1252"), PAGE.format("utf-16"), "cp1252"),
        (PAGE.format("no-such").encode("cp1252"), PAGE.format("no-such"), "cp1252"),
        (SHIFT_JIS.encode("shift_jis"), SHIFT_JIS, "shift_jis"),
    ],
)
def test_text_is_read_in_its_encoding(data: bytes, text: str, encoding: str) -> None:
    source = decode("article", data)
    assert (source.text, source.encoding) == (text, encoding)
    assert source.encode() == data


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 4,
        b"\0" * 100,
        b"PK\3\4" + b"\0\1\2\3" * 20,
        b"\xff\xfea",
        b"\xff\xfe" + b"\0\0" * 50,
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(NotText):
        decode("picture", data)


def test_a_few_broken_bytes_spoil_no_more_than_themselves() -> None:
    """What an editor wrote in UTF-8 stays legible, and the broken bytes come back as they were."""
    data = "Señor Núñez’s “gout”: ".encode() + b"caf\xe9 \xef\xbf\xbd" + b" \xed\xa0\x80"
    source = decode("article", data)
    assert source.text == "Señor Núñez’s “gout”: caf\ufffd \ufffd \ufffd\ufffd\ufffd"
    assert source.encode() == data
    assert source.encode(source.text.replace("gout", "gouty")) == data.replace(b"gout", b"gouty")
    with pytest.raises(UnicodeEncodeError):
        source.encode(source.text.replace("\ufffd", "e", 1))


def test_half_a_pair_of_surrogates_is_no_text() -> None:
    data = b"\xff\xfe" + "gout ".encode("utf-16-le") + b"\x3d\xd8" + " pain".encode("utf-16-le")
    source = decode("article", data)
    assert source.text == "gout \ufffd pain"
    assert source.encode() == data


def test_a_character_that_the_encoding_lacks_is_not_written() -> None:
    with pytest.raises(UnicodeEncodeError):
        decode("article", b"na\xefve").encode("5 ≥ 4")


def test_a_source_made_of_text_gives_its_bytes() -> None:
    assert Source("article", "naïve").encode() == "naïve".encode()


pieces = st.sampled_from(
    [
        b"gout ",
        "é’日😀".encode(),
        b"\xe9",
        b"\x92",
        b"\x81",
        b"\xff\xfe",
        b"\xfe\xff",
        b"\xef\xbb\xbf",
        b"\0",
        b"\r",
        b"\n",
        b"\xed\xa0\x80",
        b"\xef\xbf\xbd",
        b"\x3d\xd8",
        b"<meta charset=koi8-r>",
        b'<?xml encoding="big5"?>',
        b"a",
        b"\x1b$B",
    ]
)


@settings(max_examples=EXAMPLES, deadline=None)
@given(data=st.one_of(st.binary(max_size=60), st.lists(pieces, max_size=12).map(b"".join)))
def test_bytes_come_back(data: bytes) -> None:
    try:
        source = decode("article", data)
    except NotText:
        return
    assert source.encode() == data
    assert not any("\ud800" <= letter <= "\udfff" for letter in source.text)
