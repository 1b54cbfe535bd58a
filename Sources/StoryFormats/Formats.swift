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
      NITF(), NewsML(), Ninjs(),
      RSS(), Atom(), JSONFeed(),
      JSONRecords(fields: fields),
      Mail(),
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
  public static func format(for source: Source, among formats: [any StoryFormat] = all) -> (any StoryFormat)?
  {
    let ending = source.fileExtension
    if let format = formats.first(where: { $0.fileExtensions.contains(ending) }) { return format }
    return formats.first { $0.recognises(source) }
  }
}
