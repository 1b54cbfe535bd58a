internal import Stories

/// Reads what only records of `newsroom export` have: references on their own line, teasers, notes, the wire.
struct OwnRecord {
  let record: JSONRecord

  /// Adds them to the story.
  func complete(_ story: inout Story) {
    readWire(into: &story.wire)
    for value in record["references"]?.list.prefix(10_000) ?? [] {
      guard let text = value["text"]?.text else { continue }
      story.references.append(
        Reference(
          kind: value["kind"]?.text.flatMap(Reference.Kind.init) ?? .outside, text: text,
          target: value["target"]?.text,
          naming: value["naming"]?.text.flatMap(Reference.Naming.init) ?? .nothing,
          label: value["label"]?.text, position: value["position"]?.whole, anchor: value["anchor"]?.text))
    }
    for value in record["teasers"]?.list.prefix(10_000) ?? [] {
      guard let title = value["title"]?.text else { continue }
      story.teasers.append(
        Teaser(
          title: title, text: value["text"]?.text ?? "", target: value["target"]?.text,
          naming: value["naming"]?.text.flatMap(Reference.Naming.init) ?? .headline))
    }
    for value in record["notes"]?.list.prefix(10_000) ?? [] {
      let content = HTMLFragment.read(value["html"]?.text ?? "", base: nil)
      let shift = story.references.count
      story.references += content.references
      story.notes.append(
        Story.Note(
          label: value["label"]?.text ?? "", blocks: content.blocks.map { $0.shiftingReferences(by: shift) }))
    }
  }

  private func readWire(into wire: inout Wire) {
    guard let value = record["wire"] else { return }
    wire.status = value["status"]?.text.flatMap(Wire.Status.init) ?? wire.status
    wire.version = value["version"]?.whole
    wire.embargo = value["embargo"]?.text.flatMap(DateReading.read)
    wire.urgency = value["urgency"]?.whole
    wire.slugline = value["slugline"]?.text
    wire.provider = value["provider"]?.text ?? wire.provider
    wire.copyright = value["copyright"]?.text
    wire.notes = value["notes"]?.strings ?? []
    if case .bool(let isCorrection)? = value["correction"] { wire.isCorrection = isCorrection }
  }
}

extension JSONValue {
  /// A whole number of at most 32 bits, more than any count or place in a story.
  fileprivate var whole: Int? {
    guard case .number(let number) = self else { return nil }
    return Int32(exactly: number).map(Int.init)
  }
}
