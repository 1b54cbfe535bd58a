/// How large files, and the pieces of them, may be.
struct FileBounds: Sendable {
  /// Files up to this size are read as a whole, in bytes; nil for what their format says.
  var whole: Int?
  /// The longest piece of a file that is read, in bytes.
  var piece = 16 << 20
  /// How much of a file is read at once, in bytes.
  var block = 512 << 10

  /// No file up to this size is read in pieces.
  var smallest: Int { whole ?? 1 << 20 }
}
