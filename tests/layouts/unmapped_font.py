"""A PDF whose figures stand in a font that does not say which characters its glyphs are."""

from importlib.resources import files

# Two rows of two cells; 307 as glyphs of Vera by number (a digit's glyph is its code less 29), 8 in a font that says what it is.
CONTENT = b"""0.5 w 70 700 400 22 re S 70 678 400 22 re S 250 678 m 250 722 l S
BT /Plain 10 Tf 75 706 Td (permits) Tj 0 -22 Td (penalties) Tj 180 0 Td (8) Tj ET
BT /Mute 10 Tf 255 706 Td <00160013001A> Tj ET"""


def unmapped_font(mute_rows: int = 0) -> bytes:
    """The PDF; with `mute_rows`, that many more lines of such glyphs and hardly anything else."""
    lines = b"BT /Mute 10 Tf 75 600 Td %s ET" % (b"<00160013001A00160013001A00160013001A> Tj 0 -12 Td " * mute_rows)
    vera = (files("reportlab") / "fonts" / "Vera.ttf").read_bytes()
    return _pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</Mute 5 0 R/Plain 9 0 R>>>>>>",
        _stream(CONTENT + b"\n" + lines),
        b"<</Type/Font/Subtype/Type0/BaseFont/Vera/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Vera/CIDToGIDMap/Identity/DW 640/FontDescriptor 7 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
        b"<</Type/FontDescriptor/FontName/Vera/Flags 4/FontBBox[0 -240 1290 930]/ItalicAngle 0/Ascent 930/Descent -240"
        b"/CapHeight 730/StemV 80/FontFile2 8 0 R>>",
        _stream(vera),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )


def _stream(data: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(data), data)


def _pdf(*objects: bytes) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\n" % (len(objects) + 1, table, len(objects) + 1)
    return out + trailer + b"startxref\n%d\n%%%%EOF" % len(out)
