"""Stories of generated words, the same on every run.

Words are made of syllables and follow Zipf's law, with common short words among them. Lengths are log-normal
around 350 words. The stories span twenty years, in order with some jitter, and have desks, authors, tags and
links.
"""

import itertools
import json
import os
import random
import time
from email.utils import formatdate

BEGINNING = 1_100_000_000
SPAN = 600_000_000
SHORT = (
    "the of and to in a is that for it as was with be by on not he his but at are this have from or had an"
    " they which one you were all her she there would their we him been has when who will no more if out so"
    " up said what its about than into them can only other time new some could these two may first then do"
    " any like my now over such our man me even most made after also did many off before must well back"
    " through years where much your way down should because long each just those people how too good"
).split()


class Words:
    """The vocabulary, and words drawn from it."""

    def __init__(self, seed, size=200_000):
        self.random = random.Random(seed)
        consonants, vowels, seen = "bcdfghjklmnprstvw", "aeiou", set()
        self.words = []
        while len(self.words) < size:
            syllables = self.random.choice((1, 2, 2, 3, 3, 4))
            word = "".join(
                self.random.choice(consonants) + self.random.choice(vowels) for _ in range(syllables)
            )
            while word in seen:
                word += self.random.choice(consonants)
            seen.add(word)
            self.words.append(word)
        weights = [6 / (rank + 1) for rank in range(len(SHORT))] + [
            1 / (rank + 8) ** 1.05 for rank in range(size)
        ]
        self.all = SHORT + self.words
        self.cumulated = list(itertools.accumulate(weights))

    def draw(self, count):
        return self.random.choices(self.all, cum_weights=self.cumulated, k=count)


def stories(count, seed=1):
    """This many stories, oldest first."""
    words = Words(seed)
    source = words.random
    writers = [" ".join(source.choice(words.words[:20_000]).title() for _ in range(2)) for _ in range(2_000)]
    tags = list(itertools.accumulate(1 / (rank + 2) for rank in range(500)))
    headlines = []
    for number in range(count):
        length = max(30, int(source.lognormvariate(5.85, 0.5)))
        text = words.draw(length)
        paragraphs, at = [], 0
        while at < length:
            end = at + source.randrange(30, 70)
            paragraphs.append(" ".join(text[at:end]).capitalize() + ".")
            at = end
        headline = " ".join(source.choice(words.words[:50_000]) if source.random() < 0.6 else word
                            for word in words.draw(7)).capitalize()
        if headlines and source.random() < 0.2:
            paragraphs.append("READ MORE: " + source.choice(headlines))
        headlines.append(headline)
        if len(headlines) > 1_000:
            headlines.pop(source.randrange(1_000))
        yield {
            "id": f"s{number}",
            "title": headline,
            "author": source.choice(writers),
            "section": f"Desk {source.randrange(20)}",
            "tags": [f"tag{rank}" for rank in source.choices(range(500), cum_weights=tags, k=3)],
            "language": "en",
            "seconds": BEGINNING + SPAN * number // count + source.randrange(86_400),
            "paragraphs": paragraphs,
        }


def moment(seconds):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


def text_of(story):
    return "\n\n".join(story["paragraphs"])


def as_json(story):
    record = {key: story[key] for key in ("id", "title", "author", "section", "tags", "language")}
    return json.dumps(record | {"date": moment(story["seconds"]), "text": text_of(story)}) + "\n"


def as_markdown(story):
    return (
        f"---\ntitle: {story['title']}\nauthor: {story['author']}\nsection: {story['section']}\nlang: en\n"
        f"tags: [{', '.join(story['tags'])}]\ndate: {moment(story['seconds'])}\n---\n\n{text_of(story)}\n"
    )


def as_mail(story):
    name = story["author"].replace(" ", ".").lower()
    return (
        f"From: {story['author']} <{name}@news.example>\nTo: desk@news.example\nSubject: {story['title']}\n"
        f"Date: {formatdate(story['seconds'])}\nMessage-ID: <{story['id']}@news.example>\nMIME-Version: 1.0\n"
        f"Content-Type: text/plain; charset=utf-8\n\n{text_of(story)}\n"
    )


def as_item(story):
    return (
        f"<item><title>{story['title']}</title><guid isPermaLink=\"false\">{story['id']}</guid>"
        f"<pubDate>{formatdate(story['seconds'])}</pubDate>"
        f"<description>{text_of(story)}</description></item>\n"
    )


class Corpus:
    """The stories of one size, written once in each form that a program reads."""

    FORMS = {
        "markdown": as_markdown,
        "mail": as_mail,
        "text": lambda story: story["title"] + "\n\n" + text_of(story) + "\n",
    }

    def __init__(self, work, count):
        self.count = count
        self.folder = os.path.join(work, str(count))

    def path(self, form):
        """The folder of a form (for `rss` and `jsonl` the folder with the file), made if it is missing."""
        path = os.path.join(self.folder, form)
        if not os.path.exists(path + ".done"):
            os.makedirs(path, exist_ok=True)
            self.write(form, path)
            open(path + ".done", "w").close()
        return path

    def write(self, form, path):
        if form == "jsonl":
            with open(os.path.join(path, "archive.jsonl"), "w") as file:
                file.writelines(map(as_json, stories(self.count)))
        elif form == "rss":
            with open(os.path.join(path, "feed.xml"), "w") as file:
                file.write('<?xml version="1.0"?><rss version="2.0"><channel><title>Archive</title>'
                           '<link>https://news.example/</link><description>x</description>\n')
                file.writelines(map(as_item, stories(self.count)))
                file.write("</channel></rss>\n")
        else:
            ending = {"markdown": ".md", "text": ".txt", "mail": ""}[form]
            for number, story in enumerate(stories(self.count)):
                parts = [f"{number // 1000:04}"] + (["cur"] if form == "mail" else [])
                folder = os.path.join(path, *parts)
                if number % 1000 == 0:
                    os.makedirs(folder, exist_ok=True)
                name = os.path.join(folder, f"story-{number}{ending}")
                with open(name, "w") as file:
                    file.write(self.FORMS[form](story))
                os.utime(name, (story["seconds"], story["seconds"]))

    def texts(self, form):
        """The words of the stories, without their form."""
        for folder, folders, names in os.walk(self.path(form)):
            folders.sort()
            for name in sorted(names):
                with open(os.path.join(folder, name)) as file:
                    if form != "jsonl":
                        yield file.read()
                        continue
                    for line in file:
                        record = json.loads(line)
                        yield record["title"] + "\n" + record["text"]

    def bytes(self, form):
        return sum(os.path.getsize(os.path.join(folder, name))
                   for folder, _, names in os.walk(self.path(form)) for name in names)
