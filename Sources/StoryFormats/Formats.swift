internal import Stories

/// The list of all formats, and the choice among them.
public enum Formats {
  /// All formats, the most specific first: if two would accept a file, the first is used.
  public static let all = reading(RecordFields())

  /// All formats, with other names for the fields of records.
  public static func reading(_ fields: RecordFields) -> [any StoryFormat] {
    [
      Markdown(),
      JSONLines(fields: fields),
      NITF(), NewsML(), Ninjs(), IPTC7901(),
      RSS(), Atom(), JSONFeed(),
      JSONRecords(fields: fields),
      EPUB(),
      MHTML(), Mail(),
      SavedPage(),
      PlainText(),
    ]
  }

  /// Extensions that several formats share; the content decides.
  public static let sharedExtensions = ["xml", "json"]

  /// The format with this name.
  public static func named(_ name: String) -> (any StoryFormat)? {
    all.first { $0.name == name }
  }

  /// The format of a file: by its extension, else by its bytes; nil for files that are not stories.
  ///
  /// Mail and wire messages come under any name, even plain text's, and are recognised by their content.
  public static func format(for source: Source, among formats: [any StoryFormat] = all) -> (any StoryFormat)?
  {
    let ending = source.fileExtension
    let named = FileNames.isMaildir(source.path) ? nil : formats.first { $0.fileExtensions.contains(ending) }
    guard let named else { return formats.first { $0.recognises(source) } }
    return named is PlainText ? formats.first { $0.isCertain(source) } ?? named : named
  }
}
