"""Compares the reader with the feedparser library, field by field."""
import calendar
import html
import re

try:
    import feedparser
except ImportError:
    feedparser = None


def plain(text):
    for _ in range(2):
        text = re.sub(r"<!--.*?-->|<(script|style)\b.*?</\1>|</?[a-zA-Z][^<>]{0,500}>", " ", text, flags=re.S)
        text = html.unescape(text)
    return "".join(character for character in text.lower() if character.isalnum())


def words(text):
    text = re.sub(r"<!--.*?-->|<(script|style)\b.*?</\1>|</?[a-zA-Z][^<>]{0,500}>", " ", text, flags=re.S)
    return re.findall(r"\w+", html.unescape(text).lower())


def person(name):
    """A name without its mail address."""
    return plain(re.sub(r"[<(\[]?\S+@[^\s>)\]]+[>)\]]?", " ", name or ""))


def same_address(one, other):
    return (one or "").strip().split("#")[0].rstrip("/") == (other or "").strip().split("#")[0].rstrip("/")


def compare(content, stories, moment, has_name):
    """(field, expected, found, met) for each field that feedparser has of each item of a feed.

    `moment` reads the reader's dates, `has_name` tells whether a story's id comes from a feed's.
    """
    try:
        parsed = feedparser.parse(content)
    except Exception:  # feedparser itself fails on some broken files.
        return
    if not parsed.entries:
        return
    yield "stories", len(parsed.entries), len(stories), len(parsed.entries) == len(stories)
    if len(parsed.entries) != len(stories):
        return
    title = parsed.feed.get("title")
    feeds = [title, parsed.feed.get("link")] + [link.get("href") for link in parsed.feed.get("links", [])]
    for entry, story in zip(parsed.entries, stories):
        yield from compare_entry(entry, story, moment, has_name, feeds)
        provider = (story.get("wire") or {}).get("provider")
        if title and not entry.get("source"):
            yield "feed title", title, provider, plain(title) == plain(provider or "")
        language = (entry.get("content") or [{}])[0].get("language") or \
            entry.get("summary_detail", {}).get("language") or parsed.feed.get("language")
        if language:
            found = story.get("language") or ""
            yield "language", language, found, language.lower().replace("_", "-") == found.lower()


def compare_entry(entry, story, moment, has_name, feeds):
    if entry.get("title"):
        yield (
            "title",
            entry.title,
            story.get("headline"),
            plain(entry.title) == plain(story.get("headline") or ""),
        )
    link = entry.get("link") or ""
    # Without a link, feedparser gives any id as the address.
    if re.match(r"(?i)https?://", link):
        yield "link", link, story.get("url"), same_address(link, story.get("url"))
    if entry.get("id"):
        yield "id", entry.id, story.get("id"), has_name(story, entry.id, feeds)
    blocks = story.get("body", [])
    text = " ".join([story.get("headline") or "", story.get("standfirst") or ""]
                    + [block.get("text") or "" for block in blocks]
                    + [reference.get("text") or "" for reference in story.get("references", [])])
    found, known = plain(text), set(words(text))
    texts = [("content", value.get("value", "")) for value in entry.get("content", [])]
    for field, value in texts + [("summary", entry.get("summary") or "")]:
        wanted = words(value)
        missing = [word for word in wanted if word not in known]
        if wanted:
            yield field, value[:300], text[:300], plain(value) in found or len(missing) * 20 <= len(wanted)
    names = [person(author.get("name")) for author in entry.get("authors", [])] or [
        person(entry.get("author"))
    ]
    names = [name for name in names if name]
    if names:
        bylines = [plain(name) for name in story.get("bylines", [])]
        yield (
            "authors",
            names,
            bylines,
            all(any(name in line or line in name for line in bylines) for name in names),
        )
    tags = [tag.get("label") or tag.get("term") for tag in entry.get("tags", [])]
    tags = [plain(tag) for tag in tags if tag]
    if tags:
        found = [plain(tag) for tag in story.get("tags", [])]
        yield "tags", tags, found, all(tag in found for tag in tags)
    dates = [story.get("published"), story.get("updated")]
    for field in ("published", "updated"):
        # Not `get`, with which feedparser substitutes one date for the other.
        if field + "_parsed" in entry.keys() and entry[field + "_parsed"]:
            yield (
                field,
                entry.get(field),
                dates,
                calendar.timegm(entry[field + "_parsed"]) in map(moment, dates),
            )
    sources = [block.get("source") for block in blocks]
    for enclosure in entry.get("enclosures", []):
        if enclosure.get("href"):
            yield (
                "enclosures",
                enclosure.href,
                sources,
                any(same_address(enclosure.href, one) for one in sources),
            )
