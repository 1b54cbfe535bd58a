import Glibc
import Stories
import StoryFormats
import TestSupport

/// What libFuzzer calls with every input it makes: reads it with the format that `FUZZ_FORMAT` names.
///
/// A crash, a hang or unbounded memory is a finding; so is a story that says of itself what can't be.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let format = Entry.format else { return -1 }
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let reading = format.read(
    Source(path: "desk/2026-03-02-fuzz.\(format.fileExtensions.first ?? "xml")", bytes: bytes))
  for story in reading.stories { Entry.check(story) }
  return 0
}

/// What libFuzzer calls first: without a format named, prints the names of all and ends.
@_cdecl("LLVMFuzzerInitialize")
public func fuzzBegin(_ count: UnsafeMutablePointer<CInt>?, _ words: UnsafeMutableRawPointer?) -> CInt {
  guard getenv("FUZZ_FORMAT") == nil else { return 0 }
  for format in Formats.all { print(format.name) }
  exit(0)
}

enum Entry {
  /// The format under test.
  static let format: (any StoryFormat)? = getenv("FUZZ_FORMAT").flatMap { Formats.named(String(cString: $0)) }

  /// Ends the program where a story breaks what every format promises.
  static func check(_ story: Story) {
    let broken = Promises.broken(by: story)
    precondition(broken.isEmpty, broken.joined(separator: "; "))
  }
}
