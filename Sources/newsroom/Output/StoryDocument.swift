internal import Stories
internal import StoryFormats

/// One document of several stories; a single story is written without a frame around it.
struct StoryDocument {
  private let writer: any StoryWriter
  private let title: String
  /// Takes the text, piece by piece.
  private let write: (String) throws -> Void
  private var first: Story?
  /// How many stories it has.
  private(set) var count = 0

  init(writer: any StoryWriter, title: String, write: @escaping (String) throws -> Void) {
    (self.writer, self.title, self.write) = (writer, title, write)
  }

  /// Adds a story.
  mutating func take(_ story: Story) throws {
    count += 1
    if count == 1 {
      first = story
      return
    }
    if let first {
      try write(writer.opening(title: title))
      try write(writer.part(first))
      self.first = nil
    }
    try write(writer.part(story))
  }

  /// Writes what is left.
  func finish() throws {
    if let first {
      try write(writer.document(first))
    } else if count == 0 {
      let empty = writer.opening(title: title) + writer.closing
      if !empty.isEmpty { try write(empty) }
    } else {
      try write(writer.closing)
    }
  }
}
