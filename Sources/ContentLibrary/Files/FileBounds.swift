/// The largest sizes of files and their pieces, and from which number of stories on the index is tidied up.
struct FileBounds: Sendable {
  /// The largest file that is read whole, in bytes; nil to let the format decide.
  var whole: Int?
  /// The largest piece of a file that is read, in bytes.
  var piece = 16 << 20
  /// How much is read at once, in bytes.
  var block = 512 << 10

  /// The most processor time that reading a file may take, in seconds, and what each of its megabytes adds.
  var time = (file: 30.0, megabyte: 2.0)

  /// The number of changed stories after which merging their words pays off; a merged index that is small has
  /// as much free space as words.
  var merged = 20_000

  /// The largest file that is never read in pieces, in bytes.
  var smallest: Int { whole ?? 1 << 20 }
}
