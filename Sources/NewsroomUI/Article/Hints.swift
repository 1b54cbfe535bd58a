/// Letters shown on every link on the screen; typing them follows the link.
struct Hints: Hashable, Sendable {
  /// The target of a hint.
  enum Target: Hashable, Sendable {
    /// A link of the text: its index among the story's references, and its number.
    case link(reference: Int, number: Int)
    /// A row of READ MORE, by its index.
    case teaser(Int)
  }

  /// Targets by their letters, in reading order.
  let labels: [(letters: String, target: Target)]
  /// The letters typed so far.
  var typed = ""

  /// The easiest letters to type come first; letters that look alike are left out.
  private static let alphabet = Array("fjdkslaghrueiwoqptyvncmxbz")

  /// Labels the targets with one letter each, or two if there are too many.
  init(_ targets: [Target]) {
    let letters = Self.alphabet
    labels = targets.prefix(letters.count * letters.count).enumerated().map { index, target in
      targets.count <= letters.count
        ? (String(letters[index]), target)
        : (String([letters[index / letters.count], letters[index % letters.count]]), target)
    }
  }

  /// The letters still to type for a target; nil if the typed ones exclude it.
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
