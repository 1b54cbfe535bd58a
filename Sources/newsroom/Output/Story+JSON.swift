internal import Stories
internal import StoryFormats

extension Story {
  /// The story as `newsroom show --json` and `newsroom list --json` print it; the fields are a promise to scripts.
  func json(withBody: Bool) -> JSON {
    var members: [(String, JSON)] = [
      ("id", .string(id.description)),
      ("path", .string(path)),
      ("format", .string(format)),
      ("headline", .string(headline)),
      ("standfirst", .optional(standfirst)),
      ("bylines", .strings(bylines)),
      ("dateline", .optional(dateline)),
      ("section", .optional(section)),
      ("tags", .strings(tags)),
      ("people", .strings(people)),
      ("places", .strings(places)),
      ("organisations", .strings(organisations)),
      ("language", .optional(language)),
      ("published", .optional(published?.iso8601)),
      ("updated", .optional(updated?.iso8601)),
      ("url", .optional(url)),
      ("words", .number(words)),
    ]
    if !wire.isEmpty { members.append(("wire", wire.json)) }
    if withBody {
      members.append(("body", .array(body.map(\.json))))
    }
    members += [
      ("references", .array(references.map(\.json))),
      ("teasers", .array(teasers.map(\.json))),
      ("asides", .strings(asides)),
      ("problems", .array(problems.map(\.json))),
    ]
    if withBody, !notes.isEmpty {
      members.append(("notes", .array(notes.map(\.json))))
    }
    return .object(members)
  }
}

extension Wire {
  var json: JSON {
    .object([
      ("status", .string(status.rawValue)), ("version", .optional(version)),
      ("embargo", .optional(embargo?.iso8601)), ("urgency", .optional(urgency)),
      ("slugline", .optional(slugline)), ("provider", .optional(provider)),
      ("copyright", .optional(copyright)), ("notes", .strings(notes)), ("correction", .bool(isCorrection)),
    ])
  }
}

extension Story.Note {
  var json: JSON {
    .object([("label", .string(label)), ("text", .string(blocks.map(\.text).joined(separator: "\n")))])
  }
}

extension Reference {
  var json: JSON {
    .object([
      ("kind", .string(kind.rawValue)), ("text", .string(text)), ("target", .optional(target)),
      ("story", .optional(story?.description)), ("naming", .string(naming.rawValue)),
      ("label", .optional(label)), ("anchor", .optional(anchor)), ("position", .optional(position)),
      ("probably", .optional(probably?.description)),
    ])
  }
}

extension Teaser {
  var json: JSON {
    .object([
      ("title", .string(title)), ("text", .string(text)), ("story", .optional(story?.description)),
      ("target", .optional(target)), ("probably", .optional(probably?.description)),
    ])
  }
}

extension Problem {
  var json: JSON {
    .object([("path", .string(path)), ("line", .optional(line)), ("reason", .string(reason))])
  }
}

extension Block {
  var json: JSON {
    var members: [(String, JSON)] = [("kind", .string(kindName)), ("text", .string(text))]
    switch kind {
    case .heading(let level, _): members.append(("level", .number(level)))
    case .quote(let blocks, let attribution):
      members.append(("attribution", .optional(attribution)))
      members.append(("blocks", .array(blocks.map(\.json))))
    case .list(let start, let items):
      members.append(("start", .optional(start)))
      members.append(("items", .array(items.map(\.json))))
    case .table(let table):
      members.append(("header", .strings(table.header.map(\.text))))
      members.append(("rows", .array(table.rows.map { .strings($0.map(\.text)) })))
    case .code(let language, _): members.append(("language", .optional(language)))
    case .figure(_, let source): members.append(("source", .optional(source)))
    case .paragraph, .rule: break
    }
    members.append(("line", .optional(line)))
    if let judgement {
      members.append(("confidence", .real(judgement.confidence)))
      members.append(("reason", .string(judgement.reason)))
    }
    return .object(members)
  }

  /// The kind's name in JSON: a promise to scripts.
  var kindName: String {
    switch kind {
    case .paragraph: "paragraph"
    case .heading: "heading"
    case .quote: "quote"
    case .list: "list"
    case .table: "table"
    case .code: "code"
    case .figure: "figure"
    case .rule: "rule"
    }
  }
}

extension Block.Item {
  var json: JSON {
    .object([
      ("text", .string(blocks.map(\.text).joined(separator: "\n"))),
      ("done", done.map(JSON.bool) ?? .null),
      ("blocks", .array(blocks.map(\.json))),
    ])
  }
}
