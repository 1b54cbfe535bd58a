/// A 128-bit hash of content, equal on every machine and in every run.
///
/// FNV-1a (draft-eastlake-fnv, section 2), chosen for being the same everywhere and a few lines long. It tells
/// changed files apart; it is no defence against someone who wants two files to look the same.
public struct Fingerprint: Hashable, Sendable {
  /// The hash itself.
  public let value: UInt128

  /// Hashes `bytes` in order.
  public init(of bytes: some Sequence<UInt8>) {
    // Bytes that lie side by side are taken as such: from another module, each step of the general way costs ten times as much.
    let quick = bytes.withContiguousStorageIfAvailable { storage in
      var hash = Self.offsetBasis
      for byte in storage { hash = (hash ^ UInt128(byte)) &* Self.prime }
      return hash
    }
    if let quick {
      value = quick
      return
    }
    var hash = Self.offsetBasis
    for byte in bytes {
      hash = (hash ^ UInt128(byte)) &* Self.prime
    }
    value = hash
  }

  /// The two halves laid over each other, for places that keep 64 bits.
  public var folded: UInt64 {
    UInt64(truncatingIfNeeded: value) ^ UInt64(truncatingIfNeeded: value >> 64)
  }

  private static let prime = UInt128(1) << 88 | 0x13b
  private static let offsetBasis = UInt128(0x6c62_272e_07bb_0142) << 64 | 0x62b8_2175_6295_c58d
}
