internal import Stories

extension Story {
  /// Words in runs of one link or of none; a link whose words have different marks is still one link.
  func linkRuns(of inlines: [Inline]) -> [(reference: Reference?, run: ArraySlice<Inline>)] {
    var runs: [(Reference?, ArraySlice<Inline>)] = []
    var index = 0
    while index < inlines.count {
      let reference = inlines[index].reference
      let end = inlines[index...].firstIndex { $0.reference != reference } ?? inlines.count
      let isKnown = reference.map(references.indices.contains) ?? false
      runs.append((reference.flatMap { isKnown ? references[$0] : nil }, inlines[index..<end]))
      index = end
    }
    return runs
  }
}
