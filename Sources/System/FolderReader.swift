internal import Glibc

/// Reads the entries of an open folder one by one, except `.` and `..` (readdir(3)).
///
/// For one thread at a time.
public final class FolderReader {
  /// One entry.
  public struct Entry: Hashable, Sendable {
    /// Its name; U+FFFD replaces what is not UTF-8.
    public var name: String
    /// Whether the name is UTF-8, so that it can be used to open the entry.
    public var isNamedInUTF8: Bool
    /// Its kind; nil if only its status tells.
    public var kind: FileStatus.Kind?
  }

  private let stream: OpaquePointer

  /// Starts at the folder's first entry.
  public init(_ folder: Descriptor) throws(SystemError) {
    let copy = try folder.copiedNumber()
    guard let stream = fdopendir(copy) else {
      let error = SystemError.last
      close(copy)
      throw error
    }
    self.stream = stream
  }

  deinit { closedir(stream) }

  /// The next entry; nil at the end.
  ///
  /// - Throws: if the rest of the folder can't be read.
  public func next() throws(SystemError) -> Entry? {
    try next { name, kind in
      let valid = String(validating: name, as: UTF8.self)
      return Entry(
        name: valid ?? String(decoding: name, as: UTF8.self), isNamedInUTF8: valid != nil, kind: kind)
    }
  }

  /// The bytes of the next entry's name; nil at the end.
  func nextName() throws(SystemError) -> [CChar]? {
    try next { name, _ in name.map { CChar(bitPattern: $0) } + [0] }
  }

  private func next<Value>(
    _ make: (Slice<UnsafeRawBufferPointer>, FileStatus.Kind?) -> Value
  ) throws(SystemError) -> Value? {
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw .last }
        return nil
      }
      let kind = FileStatus.Kind(entryType: entry.pointee.d_type)
      let found = withUnsafeBytes(of: &entry.pointee.d_name) { bytes -> Value? in
        let name = bytes.prefix { $0 != 0 }
        if name.elementsEqual(".".utf8) || name.elementsEqual("..".utf8) { return nil }
        return make(name, kind)
      }
      if let found { return found }
    }
  }
}
