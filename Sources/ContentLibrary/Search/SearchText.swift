internal import Stories

/// Stand-in.
enum SearchText {
  static func fold(_ text: String, into bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { source in
      bytes.reserveCapacity(bytes.count + source.count + 1)
      for byte in source {
        switch byte {
        case 0x41...0x5A: bytes.append(byte | 0x20)
        case 0x61...0x7A, 0x30...0x39, 0x80...: bytes.append(byte)
        default: if bytes.last != 0x20 { bytes.append(0x20) }
        }
      }
      bytes.append(0x20)
    }
  }
}
