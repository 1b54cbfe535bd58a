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
    ("note", note), ("wire", wire), ("problem", problem),
  ]

  private static func fields(_ rows: KeyValuePairs<String, String>) -> [Field] {
    rows.map { Field(name: $0.key, meaning: $0.value) }
  }

  private static let story = fields([
    "version": "1; it goes up when a field changes its meaning or goes",
    "generator": "\"newsroom\"",
    "id": "16 hexadecimal digits: the name that the program's commands take",
    "identifier": "the guid or address that the id was made from, or null",
    "path": "the file, relative to the library",
    "ordinal": "which of the file's stories it is, from 0, or null",
    "byte": "where in its file it begins, in files that are read in pieces, or null",
    "format": "the name of the file's format",
    "headline": "the title",
    "standfirst": "the lines under it, or null",
    "bylines": "the writers, a name each",
    "dateline": "where it was written, or null",
    "section": "the desk, or null",
    "tags": "subjects and keywords",
    "people": "who it is about, where it says so apart from its tags",
    "places": "the same of places",
    "organisations": "the same of organisations",
    "language": "the BCP 47 tag, or null",
    "published":
      "ISO 8601, as exactly as it was said (2016, 2016-03, 2016-03-29, 2016-03-29T09:12Z), or null",
    "updated": "the same of the last change",
    "url": "where it was published, or null",
    "slugs": "other names that it answers to",
    "words": "how many there are in standfirst and text",
    "wire": "what an agency says of it; only where it says something",
    "text": "the text, blocks by blank lines; in no list",
    "body": "the text as blocks; in no list",
    "notes": "the notes at its foot; in no list",
    "references": "the ways out of it",
    "teasers": "the stories it invites to",
    "asides": "lines of the site that belong to no story",
    "problems": "what was wrong with it",
  ])

  private static let block = fields([
    "kind": "paragraph, heading, quote, list, table, code, figure or rule",
    "text": "its words",
    "inlines": "the same in stretches, where there are marks or links",
    "level": "of a heading, 1 to 6",
    "attribution": "who said a quotation, or null",
    "blocks": "of a quotation",
    "start": "the first number of a list, null for bullets",
    "items": "of a list: text, done (of a task) and blocks each",
    "header": "the headings of a table, as words",
    "rows": "its rows, as words",
    "cells": "header and rows in stretches, where there are marks or links",
    "alignments": "of its columns: leading, centre, trailing",
    "language": "of code, or null",
    "source": "where a picture lies, or null",
    "line": "where it begins in its file, or null",
    "confidence": "how sure its kind is, 0 to 1, where it was judged",
    "reason": "what spoke for it",
    "speech": "true of a quotation that is speech within running text",
    "anchors": "the names that links know it by",
  ])

  private static let inline = fields([
    "text": "the words",
    "marks": "emphasis, strong, code, strike, note",
    "reference": "which of the references it leads to, from 0",
  ])

  private static let reference = fields([
    "kind": "story or outside",
    "text": "the words of the link",
    "target": "where it leads, or null",
    "story": "the id of the story that it was found to be, or null",
    "naming": "what the target is: headline, path, url, slug or nothing",
    "label": "what stands before it (READ MORE), or null",
    "anchor": "the part that it leads to, or null",
    "position": "before which block it stands, of a line of its own",
    "probably": "the id of the story that it most likely is, or null",
    "embeds": "whether the other story's text stands in its place",
  ])

  private static let teaser = fields([
    "title": "the headline",
    "text": "a few lines",
    "story": "as of a reference",
    "target": "as of a reference",
    "naming": "as of a reference",
    "probably": "as of a reference",
  ])

  private static let note = fields([
    "label": "what stands in the text",
    "text": "its words",
    "blocks": "the same as blocks",
  ])

  private static let wire = fields([
    "status": "usable, withheld or canceled",
    "version": "the agency's number of the version, or null",
    "embargo": "until when it is held back, or null",
    "urgency": "1 to 9, or null",
    "slugline": "or null",
    "provider": "who sent it, or null",
    "copyright": "or null",
    "notes": "words to editors",
    "correction": "whether it corrects what went out before",
  ])

  private static let problem = fields([
    "path": "the file",
    "line": "or null",
    "reason": "a sentence",
  ])
}
