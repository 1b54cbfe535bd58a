/// A story's name for itself in another language: the address, path or guid of the other story.
public struct Translation: Hashable, Sendable, Codable {
  /// The BCP 47 tag of the other story's language; nil if it is not said.
  public var language: String?
  /// How `target` names the other story.
  public var naming: Reference.Naming
  /// The name, in the form that `naming` says.
  public var target: String

  /// The most translations that a story names; the languages of the largest international sites are fewer.
  public static let most = 50

  /// Makes a name.
  public init(language: String?, naming: Reference.Naming, target: String) {
    (self.language, self.naming, self.target) = (language, naming, target)
  }
}
