import Glibc
import Stories
import StoryFormats
import TestSupport

/// The entry point that libFuzzer calls with every input; it reads the input as the format in `FUZZ_FORMAT`.
///
/// A crash, a hang, unbounded memory or a story that breaks a promise is a finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let format = Entry.format else { return -1 }
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let reading = format.read(
    Source(path: "desk/2026-03-02-fuzz.\(format.fileExtensions.first ?? "xml")", bytes: bytes))
  for story in reading.stories { Entry.check(story) }
  return 0
}

/// The initialiser that libFuzzer calls first; without a format, it prints all names and exits.
@_cdecl("LLVMFuzzerInitialize")
public func fuzzBegin(_ count: UnsafeMutablePointer<CInt>?, _ words: UnsafeMutableRawPointer?) -> CInt {
  guard getenv("FUZZ_FORMAT") == nil else { return 0 }
  for format in Formats.all { print(format.name) }
  exit(0)
}

enum Entry {
  /// The format under test.
  static let format: (any StoryFormat)? = getenv("FUZZ_FORMAT").flatMap { Formats.named(String(cString: $0)) }

  /// Crashes if a story breaks what every format promises.
  static func check(_ story: Story) {
    let broken = Promises.broken(by: story)
    precondition(broken.isEmpty, broken.joined(separator: "; "))
  }
}
