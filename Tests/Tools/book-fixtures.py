#!/usr/bin/env python3
"""Writes the books among the fixtures, the same on every run.

    book-fixtures.py FOLDER

FOLDER is Tests/StoryFormatsTests/Fixtures/Books.
"""

import pathlib
import sys
import zipfile

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""

PAGE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>%s</title>
</head><body>%s</body></html>
"""


def write(path, files):
    with zipfile.ZipFile(path, "w") as book:
        for index, (name, text) in enumerate(files):
            info = zipfile.ZipInfo(name, (2026, 3, 2, 12, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if index == 0 else zipfile.ZIP_DEFLATED
            book.writestr(info, text)


def third(folder):
    """EPUB 3: headings, a chapter over two files, links between chapters, a page number, a note."""
    opf = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:5c4b1f5e-0000-4000-8000-000000000001</dc:identifier>
<dc:title id="sub">A crossing in nine parts</dc:title><dc:title id="main">The Winter Ferry</dc:title>
<meta refines="#main" property="title-type">main</meta>
<dc:creator id="a">Birgit Aase</dc:creator><meta refines="#a" property="role">aut</meta>
<dc:creator id="b">Arvid Stålberg</dc:creator><meta refines="#b" property="role">ill</meta>
<dc:publisher>Skarvby Press</dc:publisher><dc:language>en</dc:language><dc:date>2016-03-29</dc:date>
<dc:subject>Ferries</dc:subject><dc:subject>Winter</dc:subject>
<meta property="dcterms:modified">2016-04-01T00:00:00Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="c1" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="c1b" href="text/one-more.xhtml" media-type="application/xhtml+xml"/>
<item id="c2" href="text/two.xhtml" media-type="application/xhtml+xml"/>
<item id="c3" href="text/three%20oars.xhtml" media-type="application/xhtml+xml"/>
<item id="n" href="text/notes.xhtml" media-type="application/xhtml+xml"/>
<item id="p" href="images/ferry.png" media-type="image/png"/>
</manifest>
<spine><itemref idref="cover"/><itemref idref="n" linear="no"/><itemref idref="nav"/><itemref idref="c1"/>
<itemref idref="c1b"/><itemref idref="c2"/><itemref idref="c3"/></spine>
</package>
"""
    nav = PAGE % ("Contents", """<nav epub:type="toc"><h1>Contents</h1><ol>
<li><a href="text/one.xhtml">The quay</a></li><li><a href="text/two.xhtml">Chapter 2: The ice</a>
<ol><li><a href="text/two.xhtml#thin">Thin ice</a></li></ol></li>
<li><a href="text/three%20oars.xhtml">Three oars</a></li>
</ol></nav>""")
    one = PAGE % ("The Winter Ferry", """<section><h1>The quay</h1><a id="start"/>
<p>The ferry lay at Coal Quay with steam up, and nobody came aboard. See <a href="two.xhtml#thin">the thin
ice</a> and <a href="notes.xhtml">the notes</a>.</p>
<p>The mate counted the ropes<span epub:type="pagebreak" id="p2" title="2">2</span> twice.</p>
<p><img src="../images/ferry.png" alt="The ferry in the ice"/></p></section>""")
    more = PAGE % ("The Winter Ferry", "<p>Then the bell rang, and the chapter went on in another file.</p>")
    two = PAGE % ("The Winter Ferry", """<h1>Chapter 2</h1><h2>The ice</h2><p>It was a hand thick&#160;at the
pier, &mdash; and thinner at sea.</p><h2 id="thin">Thin ice</h2><p>Nobody walked there but
<a href="one.xhtml#start">the mate</a>, and <a href="https://example.org/ice">the paper</a> said why.</p>""")
    three = PAGE % ("Oars", "<p>There were three oars in the boat and four men, which was the whole matter.</p>")
    notes = PAGE % ("Notes", "<h1>Notes</h1><p>The ropes were of hemp until 1931.</p>")
    cover = PAGE % ("Cover", "<p><img src='images/ferry.png' alt=''/></p>")
    write(folder / "winter-ferry.epub", [
        ("mimetype", "application/epub+zip"), ("META-INF/container.xml", CONTAINER), ("OEBPS/book.opf", opf),
        ("OEBPS/nav.xhtml", nav), ("OEBPS/cover.xhtml", cover), ("OEBPS/text/one.xhtml", one),
        ("OEBPS/text/one-more.xhtml", more), ("OEBPS/text/two.xhtml", two),
        ("OEBPS/text/three oars.xhtml", three), ("OEBPS/text/notes.xhtml", notes),
        ("OEBPS/images/ferry.png", "not a picture")])


def second(folder):
    """EPUB 2: chapters in one file, named by an NCX; broken XHTML in another."""
    opf = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
<dc:title>Fyret på Brattskär</dc:title><dc:creator opf:role="edt">Ingen</dc:creator>
<dc:creator opf:role="aut">Tobias Wrenfield</dc:creator><dc:language>sv</dc:language>
<dc:date opf:event="modification">2020-01-01</dc:date><dc:date opf:event="publication">1943</dc:date>
</metadata>
<manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>
<item id="a" href="allt.html" media-type="application/xhtml+xml"/>
<item id="b" href="slut.html" media-type="application/xhtml+xml"/></manifest>
<spine toc="ncx"><itemref idref="a"/><itemref idref="b"/></spine></package>
"""
    ncx = """<?xml version="1.0" encoding="utf-8"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"
version="2005-1"><navMap>
<navPoint id="a" playOrder="1"><navLabel><text>Lampan</text></navLabel><content src="allt.html#k1"/></navPoint>
<navPoint id="b" playOrder="2"><navLabel><text>Dimman</text></navLabel><content src="allt.html#k2"/></navPoint>
<navPoint id="c" playOrder="3"><navLabel><text>Slutet</text></navLabel><content src="slut.html"/></navPoint>
</navMap></ncx>
"""
    whole = PAGE % ("Fyret", """<div><p>Till fyrvaktaren, som aldrig läste den.</p></div><h2 id="k1">Lampan</h2>
<p>Lampan tändes i maj och släcktes inte mer. Mer om <a href="#k2">dimman</a>.</p><div id="k2"><p>Dimman kom
från öster, och då hördes bara klockan.</p></div>""")
    end = "<html><head><title>Slut<body><p>Här slutar boken & ingen tog emot den.<br>Inte ens fyrvaktaren."
    write(folder / "brattskar.epub", [
        ("mimetype", "application/epub+zip"),
        ("META-INF/container.xml", CONTAINER.replace("OEBPS/book.opf", "content.opf")), ("content.opf", opf),
        ("toc.ncx", ncx), ("allt.html", whole), ("slut.html", end.replace("<title>Slut", "<title>Slut</title>"))])


if __name__ == "__main__":
    target = pathlib.Path(sys.argv[1])
    third(target)
    second(target)
