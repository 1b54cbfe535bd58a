/// A script of keys that runs the reader without a person: `j*3 Enter text:ferry size:100x30 shot`.
public enum KeyScript {
  /// One step of a script.
  public enum Step: Hashable, Sendable {
    /// Press a key.
    case key(Key)
    /// Change the size of the screen.
    case size(Size)
    /// Take a picture.
    case shot
  }

  /// A word that is not a step.
  public struct Misunderstanding: Error, Hashable, Sendable, CustomStringConvertible {
    /// The word as written.
    public var word: String

    /// Makes the error.
    public init(word: String) {
      self.word = word
    }

    /// One sentence that says what to write instead.
    public var description: String {
      """
      “\(word)” is not a step: use keys (j Enter C-d), j*20, text:ferry, size:80x24 or shot, separated by \
      spaces
      """
    }
  }

  /// The most steps of a script.
  public static let maximumSteps = 100_000

  /// Reads a script.
  ///
  /// Words are separated by spaces: a key's name; a key's name with `*` and a count; `text:` and letters to
  /// type, with "_" for a space; `size:` and columns, "x" and rows; `shot`.
  ///
  /// - Throws: the first word that is not a step, or that makes too many of them.
  public static func parse(_ script: String) throws(Misunderstanding) -> [Step] {
    var steps: [Step] = []
    for word in script.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }) {
      guard let more = self.steps(String(word)), steps.count + more.count <= maximumSteps else {
        throw Misunderstanding(word: String(word))
      }
      steps += more
    }
    return steps
  }

  private static func steps(_ word: String) -> [Step]? {
    if word == "shot" { return [.shot] }
    if word.hasPrefix("text:") {
      return word.dropFirst(5).map { .key(.character($0 == "_" ? " " : $0)) }
    }
    if word.hasPrefix("size:") {
      return Size(script: String(word.dropFirst(5))).map { [.size($0)] }
    }
    if let key = Key(name: word) { return [.key(key)] }
    guard let star = word.lastIndex(of: "*"), let key = Key(name: String(word[..<star])),
      let times = Int(digits: word[word.index(after: star)...]), (0...10_000).contains(times)
    else { return nil }
    return Array(repeating: .key(key), count: times)
  }
}

extension Size {
  /// Reads columns and rows, as in `80x24`; nil for anything else.
  public init?(script: String) {
    let parts = script.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let columns = Int(digits: parts[0]), let rows = Int(digits: parts[1]),
      columns > 0, rows > 0
    else {
      return nil
    }
    self.init(columns: columns, rows: rows)
  }
}
