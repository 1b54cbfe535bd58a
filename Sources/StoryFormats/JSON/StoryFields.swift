/// The fields of a story in JSON, in the order in which they are written, and their meaning.
public enum StoryFields {
  /// A field of an object.
  public struct Field: Sendable {
    /// Its name.
    public var name: String
    /// Its meaning, in a sentence.
    public var meaning: String
  }

  /// The objects and their fields; the first is the story itself.
  public static let objects: [(name: String, fields: [Field])] = [
    ("story", story), ("block", block), ("inline", inline), ("reference", reference), ("teaser", teaser),
    ("note", note), ("translation", translation), ("wire", wire), ("problem", problem),
  ]

  private static func fields(_ rows: KeyValuePairs<String, String>) -> [Field] {
    rows.map { Field(name: $0.key, meaning: $0.value) }
  }

  private static let story = fields([
    "version": "1; it goes up when a field changes meaning or is removed",
    "generator": "\"newsroom\"",
    "id": "16 hexadecimal digits, accepted by all commands as the story's name",
    "identifier": "the guid or address from which the id was made, or null",
    "path": "the file, relative to the library",
    "ordinal": "its number among the file's stories, from 0, or null",
    "byte": "the byte at which it begins, in files that are read in parts, or null",
    "format": "the name of the file's format",
    "headline": "the headline",
    "standfirst": "the lines below the headline, or null",
    "bylines": "the writers, one name each",
    "dateline": "the place it was written, or null",
    "desk": "the desk, or null",
    "section": "the same as desk, under its older name",
    "tags": "subjects and keywords",
    "people": "the people it is about, if named apart from the tags",
    "places": "the places it is about",
    "organisations": "the organisations it is about",
    "language": "a BCP 47 language tag, or null",
    "published":
      "ISO 8601, as precise as the story is (2016, 2016-03, 2016-03-29, 2016-03-29T09:12Z), or null",
    "updated": "the date of its last change, in the same form",
    "url": "the address it was published at, or null",
    "slugs": "short names by which references find it",
    "words": "the number of words in standfirst and text",
    "translationKey": "the name that its translations share; absent if there is none",
    "translations": "its names in other languages; absent if there are none",
    "wire": "facts from its news agency; absent if there are none",
    "text": "the text, with blank lines between blocks; left out of lists",
    "body": "the text as blocks; left out of lists",
    "notes": "its footnotes; left out of lists",
    "references": "its links and references",
    "teasers": "the teasers printed in it",
    "asides": "lines of the site that are not part of the story",
    "problems": "the problems found in it",
  ])

  private static let block = fields([
    "kind": "paragraph, heading, quote, list, table, code, figure or rule",
    "text": "its words",
    "inlines": "the text cut at marks and links, if it has any",
    "level": "the level of a heading, 1 to 6",
    "attribution": "who said a quotation, or null",
    "blocks": "the blocks of a quotation",
    "start": "the first number of a list, null for bullets",
    "items": "the items of a list, each with text, blocks and, for a task, done",
    "header": "the headings of a table, as plain text",
    "rows": "its rows, as plain text",
    "cells": "header and rows cut at marks and links, if they have any",
    "alignments": "the alignment of each column: leading, centre or trailing",
    "language": "the language of code, or null",
    "source": "the path or address of a picture, or null",
    "line": "the line of the file at which it begins, or null",
    "confidence": "how certain its kind is, from 0 to 1, if newsroom had to guess it",
    "reason": "the reason for that guess",
    "speech": "true if a quotation is speech within the text",
    "anchors": "the names by which links point at it",
  ])

  private static let inline = fields([
    "text": "the words",
    "marks": "emphasis, strong, code, strike, note",
    "reference": "the number of its reference, from 0",
  ])

  private static let reference = fields([
    "kind": "story or outside",
    "text": "the words of the link",
    "target": "the path or address it names, or null",
    "story": "the id of the story it leads to, or null",
    "naming": "the kind of its target: headline, path, url, slug or nothing",
    "label": "the label before it (READ MORE), or null",
    "anchor": "the part of the story it leads to, or null",
    "position": "the number of the block after it, if it is a line of its own",
    "probably": "the id of the story it probably means, or null",
    "embeds": "true if the other story's text is shown in its place",
  ])

  private static let translation = fields([
    "language": "the BCP 47 tag of its language, or null",
    "target": "the address, path or guid of the other story",
    "naming": "as in a reference",
  ])

  private static let teaser = fields([
    "title": "the headline",
    "text": "a few lines",
    "story": "as in a reference",
    "target": "as in a reference",
    "naming": "as in a reference",
    "probably": "as in a reference",
  ])

  private static let note = fields([
    "label": "the mark in the text",
    "text": "its words",
    "blocks": "its text as blocks",
  ])

  private static let wire = fields([
    "status": "usable, withheld or canceled",
    "version": "the agency's version number, or null",
    "embargo": "the time until which it is held back, or null",
    "urgency": "1 to 9, or null",
    "slugline": "the agency's slugline, or null",
    "provider": "the agency that sent it, or null",
    "copyright": "the copyright line, or null",
    "notes": "notes to editors",
    "correction": "true if it corrects an earlier version",
  ])

  private static let problem = fields([
    "path": "the file",
    "line": "the line, or null",
    "reason": "the problem, in a sentence",
  ])
}
