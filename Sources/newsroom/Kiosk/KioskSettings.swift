internal import TOMLKit

/// The table `[kiosk]` of the host's file.
struct KioskSettings: Hashable {
  /// What the top line calls the library.
  var name: String?
  /// A sentence for the bottom line at the start.
  var banner: String?
  /// The first story: a path, an id or a headline.
  var story: String?
  /// The longest time without a key, in minutes; 0 for no limit.
  var idle: Double?
  /// The longest session, in minutes; 0 for no limit.
  var session: Double?

  /// A key of the table.
  struct Key: Sendable {
    let name: String
    let value: String
    let example: String
    let meaning: String
    /// Takes a value; false if it is of another kind.
    let take: @Sendable (inout KioskSettings, any TOMLValueConvertible) -> Bool
  }

  /// Every key, in the manual's order.
  static let keys = [
    text("name", "\"The Skarvby Courier\"", "What the top line calls the library.", { $0.name = $1 }),
    text(
      "banner", "\"Welcome. ? shows the keys.\"", "A sentence in the last line at the start.",
      { $0.banner = $1 }),
    text(
      "story", "\"guide/welcome.md\"", "The story to begin with: a path, an id or a headline.",
      { $0.story = $1 }),
    minutes("idle", "30", "The longest time without a key; 0 for no limit.", { $0.idle = $1 }),
    minutes("session", "240", "The longest session; 0, as if not set, for no limit.", { $0.session = $1 }),
  ]

  private static func text(
    _ name: String, _ example: String, _ meaning: String,
    _ put: @escaping @Sendable (inout KioskSettings, String) -> Void
  ) -> Key {
    Key(name: name, value: "a text", example: "\(name) = \(example)", meaning: meaning) { settings, value in
      guard let text = value.string, !text.isEmpty, text.utf8.count <= 500 else { return false }
      put(&settings, text)
      return true
    }
  }

  private static func minutes(
    _ name: String, _ example: String, _ meaning: String,
    _ put: @escaping @Sendable (inout KioskSettings, Double) -> Void
  ) -> Key {
    Key(name: name, value: "minutes", example: "\(name) = \(example)", meaning: meaning) { settings, value in
      guard let minutes = value.int.map(Double.init) ?? value.double, (0...100_000).contains(minutes) else {
        return false
      }
      put(&settings, minutes)
      return true
    }
  }
}
