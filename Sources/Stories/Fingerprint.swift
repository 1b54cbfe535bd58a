/// A 128-bit hash of content, equal on every machine and in every run.
///
/// FNV-1a (draft-eastlake-fnv, section 2): short, and the same everywhere. It detects changed files; it is no
/// defence against someone who makes two files collide on purpose.
public struct Fingerprint: Hashable, Sendable {
  /// The hash itself.
  public let value: UInt128

  /// Hashes `bytes` in order.
  public init(of bytes: some Sequence<UInt8>) {
    var stream = Stream()
    stream.add(bytes)
    self = stream.value
  }

  /// Hashes bytes that arrive in pieces.
  public struct Stream: Hashable, Sendable {
    private var hash = Fingerprint.offsetBasis

    /// Starts with no bytes.
    public init() {}

    /// Adds `bytes` after those before.
    public mutating func add(_ bytes: some Sequence<UInt8>) {
      let isDone: Void? = bytes.withContiguousStorageIfAvailable { add(contiguous: $0) }
      if isDone == nil { Array(bytes).withUnsafeBufferPointer { add(contiguous: $0) } }
    }

    private mutating func add(contiguous bytes: UnsafeBufferPointer<UInt8>) {
      var hash = hash
      let prime = Fingerprint.prime
      for byte in bytes {
        hash = (hash ^ UInt128(byte)) &* prime
      }
      self.hash = hash
    }

    /// The hash of all bytes so far.
    public var value: Fingerprint { Fingerprint(value: hash) }
  }

  private init(value: UInt128) {
    self.value = value
  }

  /// Both halves combined by XOR, where only 64 bits are stored.
  public var folded: UInt64 {
    UInt64(truncatingIfNeeded: value) ^ UInt64(truncatingIfNeeded: value >> 64)
  }

  private static let prime = UInt128(1) << 88 | 0x13b
  private static let offsetBasis = UInt128(0x6c62_272e_07bb_0142) << 64 | 0x62b8_2175_6295_c58d
}
