internal import Stories

/// Reads the bytes of one record.
struct RecordReader {
  let fields: RecordFields
  let format: String
  let path: String
  /// Whether it is the file's only record.
  var isAlone = false

  /// The story of a record, or its problem.
  func read(_ bytes: ArraySlice<UInt8>, at offset: Int, line: Int) -> Reading {
    func problem(_ reason: String) -> Reading {
      Reading(problems: [Problem(path: path, line: line, reason: reason)])
    }
    guard bytes.count <= JSONRecord.maximumLength else {
      return problem("the record is longer than \(JSONRecord.maximumLength >> 20) MB")
    }
    guard JSONDepth.isBounded(bytes) else {
      return problem("the record is nested more than \(JSONDepth.maximum) levels deep")
    }
    guard let value = JSONReader.value(of: bytes), case .object(let object) = value else {
      return problem("the line is not a JSON object")
    }
    if var story = StoryJSON.story(value, path: path, place: .byte(offset), format: format) {
      story.finish(as: .item(isAlone: isAlone), line: line)
      return Reading(stories: [story])
    }
    let outer = JSONRecord(object, fields: fields)
    let record = RecordWrapping.unwrapped(outer, fields: fields)
    return RecordStory(
      record: record, fields: fields, path: path, offset: offset, line: line, format: format, isAlone: isAlone
    )
    .reading(content: bytes)
  }
}
