internal import Stories

/// The list of formats, and the one way into them.
public enum Formats {
  /// Every format, most telling first: where two would take a file, the first does.
  public static let all = reading(RecordFields())

  /// The same, with other names for the fields of records.
  public static func reading(_ fields: RecordFields) -> [any StoryFormat] {
    [
      Markdown(),
      JSONLines(fields: fields),
      NITF(), NewsML(), Ninjs(), IPTC7901(),
      RSS(), Atom(), JSONFeed(),
      JSONRecords(fields: fields),
      MHTML(), Mail(),
      SavedPage(),
      PlainText(),
    ]
  }

  /// Endings that several formats share, so that the content has to tell.
  public static let sharedExtensions = ["xml", "json"]

  /// The format of that name.
  public static func named(_ name: String) -> (any StoryFormat)? {
    all.first { $0.name == name }
  }

  /// The format for a file: by its ending, else by what its bytes look like; nil for files that are no stories.
  ///
  /// Mail and the messages of a wire come under any name, that of plain text among them, and say what they are.
  public static func format(for source: Source, among formats: [any StoryFormat] = all) -> (any StoryFormat)?
  {
    let ending = source.fileExtension
    let named = FileNames.isMaildir(source.path) ? nil : formats.first { $0.fileExtensions.contains(ending) }
    guard let named else { return formats.first { $0.recognises(source) } }
    return named is PlainText ? formats.first { $0.isCertain(source) } ?? named : named
  }
}
