internal import ContentLibrary
internal import Stories
internal import StoryFormats
internal import System

/// Finds the one story that a person names on the command line.
struct StoryFinder {
  /// A story, with the file it came from.
  struct Found {
    var story: Story
    var related: [Related]
    var source: Source
    /// The story and its versions, newest first; empty for a file outside the library.
    var versions: [Listing] = []
    /// The reader's own tags of the story.
    var ownTags: [String] = []

    /// The file's text.
    var text: String { TextDecoding.decode(source.bytes).text }

    /// What each part of the file was read as.
    var explanation: [String] {
      guard story.format == "text" else {
        return story.body.map { block in
          let line = block.line.map(String.init) ?? "-"
          return "\(line)\t\(block.kindName)\tgiven by the format\t\(block.text.prefix(60))"
        }
      }
      return PlainText().explain(source).map(\.description)
    }
  }

  let options: LibraryOptions
  let freshness: Freshness
  let directory: String?
  let format: (any StoryFormat)?

  /// Looks for a file first, then in the library; "-" is standard input.
  ///
  /// - Throws: `Failure` if there is no such story, or if several could be meant.
  func find(_ words: String) throws -> Found {
    guard words != "-" else { return try alone(words) }
    let status = FileStatus(of: words)
    let isThere = status != nil
    let isFile = status.map { $0.kind != .folder } ?? false
    let library: Library
    do {
      library = try options.openAndRefresh(directory.map { [$0] } ?? [], quiet: true, freshness).0
    } catch  where isFile {
      return try alone(words)
    } catch  where isThere {
      throw Self.directoryFailure(words)
    } catch let failure as Failure where failure.status == Failure.misuse && Self.looksLikeFile(words) {
      throw Failure("no file \(words), and no library to search for a story of that name.")
    }
    if isFile {
      guard format == nil else { return try alone(words) }
      let inside = try library.paths(ofFile: words).first { try !library.find($0).isEmpty }
      guard let inside else { return try alone(words) }
      return try find(inside, in: library, orAlone: words)
    }
    if isThere, (try? library.find(words))?.isEmpty != false { throw Self.directoryFailure(words) }
    return try find(words, in: library, orAlone: nil)
  }

  private static func directoryFailure(_ path: String) -> Failure {
    Failure(
      "\(path) is a directory, not a story. `newsroom \(path)` opens it; "
        + "`newsroom list \(path)` lists its stories."
    )
  }

  /// Whether the words are more likely the name of a file than a headline.
  private static func looksLikeFile(_ words: String) -> Bool {
    words.utf8.contains(UInt8(ascii: "/")) || !Source.lastExtension(of: words).isEmpty && !words.contains(" ")
  }

  /// The one story of a library that is meant.
  ///
  /// - Parameter found: the stories of that name, if the library has been asked already.
  /// - Throws: `Failure` if there is no such story, or if several could be meant.
  static func story(_ words: String, in library: Library, found: [Listing]? = nil) throws -> Listing {
    do {
      let listings = try found ?? library.find(words)
      guard let first = listings.first else {
        guard let near = try library.resolve(words) else {
          throw Failure(
            "no story has the path, id or headline “\(words)”"
              + (looksLikeFile(words) ? ", and there is no such file" : "")
              + ". `newsroom list` lists all stories.")
        }
        if near.isCertain { return near.listing }
        throw Failure(
          "no story is called “\(words)”. Perhaps you mean this one; give its id:\n"
            + "  \(near.listing.id)  \(near.listing.headline)  (\(near.listing.path))")
      }
      guard listings.count > 1 else { return first }
      // Of several versions of one story, the newest is meant.
      let versions = try library.versions(of: first.id)
      guard Set(listings.map(\.id)).isSubset(of: versions.map(\.id)) else {
        throw Self.several(listings, words)
      }
      return versions.first ?? first
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure("\(error)")
    }
  }

  private func find(_ words: String, in library: Library, orAlone file: String?) throws -> Found {
    do {
      let listings = try library.find(words)
      if let file, listings.isEmpty { return try alone(file) }
      let meant = try Self.story(words, in: library, found: listings)
      var opened = try library.open(meant.id)
      opened.put(alike: try library.alike(meant.id, limit: 5) ?? [])
      return Found(
        story: opened.story, related: opened.related, source: try library.source(of: meant.id),
        versions: try library.versions(of: meant.id),
        ownTags: try library.ownTags(of: meant.id).filter(\.isSet).map(\.name.text))
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure("\(error)")
    }
  }

  /// All stories of a file, in a library or not.
  ///
  /// - Throws: `Failure` if it can't be read or its format is unknown.
  static func reading(ofFile path: String, format: (any StoryFormat)?) throws -> Reading {
    try read(path, format: format).reading
  }

  private static func read(_ path: String, format: (any StoryFormat)?) throws -> (
    reading: Reading, source: Source
  ) {
    let stories = try LooseStories(path, format: format, settings: Settings.load())
    var reading = stories.reading
    for index in reading.stories.indices where reading.stories[index].wire.isHeld {
      reading.stories[index].withhold()
    }
    return (reading, stories.source)
  }

  private func alone(_ path: String) throws -> Found {
    let (reading, source) = try Self.read(path, format: format)
    guard let story = reading.stories.first else {
      let reason = reading.problems.first?.reason ?? "it contains no story"
      throw Failure("\(path): \(reason)")
    }
    guard reading.stories.count == 1 else {
      throw Failure(
        "\(path) contains \(reading.stories.count) stories; --every prints them all."
      )
    }
    return Found(story: story, related: [], source: source)
  }

  private static func several(_ listings: [Listing], _ words: String) -> Failure {
    let lines = listings.prefix(20).map { "  \($0.id)  \($0.headline)  (\($0.path))" }
    let more = listings.count > 20 ? "\n  and \(listings.count - 20) more" : ""
    return Failure(
      "“\(words)” could be one of several stories; give the id of one:\n"
        + lines.joined(separator: "\n") + more)
  }
}
