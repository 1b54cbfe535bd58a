internal import Messages
internal import System

/// Something in newsroom.toml that is not understood.
struct SettingsNotice: Hashable {
  let path: String
  /// Nil where it was not found, or for the file as a whole.
  let place: TextPlace?
  /// One sentence or two, with what to do.
  let text: String
  /// Whether commands of the shell must not go on, because the file may mean something else.
  ///
  /// A name that is not known is passed over.
  let isFault: Bool

  init(_ path: String, _ place: TextPlace?, _ text: String, isFault: Bool) {
    (self.path, self.place, self.text, self.isFault) = (path, place, text, isFault)
  }

  /// With the whole path, for the shell, in the person's language.
  var message: String {
    path + ":" + (place.map { "\($0.line):\($0.column): " } ?? " ") + Output.catalogue.told(text)
  }

  /// With the file's name alone, for a line of the screen.
  var short: Phrase {
    let name = Paths.name(of: path)
    return place.map { "\(name):\($0.line):\($0.column): \(Phrase(told: text))" }
      ?? "\(name): \(Phrase(told: text))"
  }
}
