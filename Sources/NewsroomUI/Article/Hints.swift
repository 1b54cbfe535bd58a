/// Letters shown over every link on the screen; typing them follows.
struct Hints: Hashable, Sendable {
  /// What a hint leads to.
  enum Target: Hashable, Sendable {
    /// A link of the article: an index into the story's references, and the link's place among the page's.
    case link(reference: Int, number: Int)
    /// A teaser: an index into the story's related ones.
    case teaser(Int)
  }

  /// Targets by their letters, in reading order.
  let labels: [(letters: String, target: Target)]
  /// What was typed so far.
  var typed = ""

  /// Easy letters first; none that look like another.
  private static let alphabet = Array("fjdkslaghrueiwoqptyvncmxbz")

  /// Labels the targets: one letter each where they suffice, else two.
  init(_ targets: [Target]) {
    let letters = Self.alphabet
    labels = targets.prefix(letters.count * letters.count).enumerated().map { index, target in
      targets.count <= letters.count
        ? (String(letters[index]), target)
        : (String([letters[index / letters.count], letters[index % letters.count]]), target)
    }
  }

  /// The letters still to be typed for a target; nil when what was typed leads elsewhere.
  func label(for target: Target) -> String? {
    guard let label = labels.first(where: { $0.target == target }), label.letters.hasPrefix(typed) else {
      return nil
    }
    return String(label.letters.dropFirst(typed.count))
  }

  static func == (one: Hints, other: Hints) -> Bool {
    one.typed == other.typed && one.labels.elementsEqual(other.labels, by: ==)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(typed)
    for label in labels { hasher.combine(label.letters) }
  }
}
