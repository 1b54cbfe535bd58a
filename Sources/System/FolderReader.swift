internal import Glibc

/// The entries of an open folder, one after the other, itself and the one above left out (readdir(3)).
///
/// For one thread at a time.
public final class FolderReader {
  /// One entry.
  public struct Entry: Hashable, Sendable {
    /// Its name; what is no UTF-8 in it is U+FFFD.
    public var name: String
    /// Whether the name is UTF-8, so that the entry can be opened by it.
    public var isNamedInUTF8: Bool
    /// What it is; nil where only its status says so.
    public var kind: FileStatus.Kind?
  }

  private let stream: OpaquePointer

  /// Begins with a folder's first entry.
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
  /// - Throws: where the rest of the folder can't be read.
  public func next() throws(SystemError) -> Entry? {
    try next { name, kind in
      let valid = String(validating: name, as: UTF8.self)
      return Entry(
        name: valid ?? String(decoding: name, as: UTF8.self), isNamedInUTF8: valid != nil, kind: kind)
    }
  }

  /// The next entry's name as it is in the folder; nil at the end.
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
