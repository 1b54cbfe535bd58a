/// The line breaking class of a character, resolved by rule LB1 of UAX #14 (Unicode 15.0).
///
/// Three classes are split: opening and closing brackets by East Asian width (LB30), and ideographs by
/// whether they are unassigned pictographs (LB30b). The cases are in the order of the packed table's letters.
enum LineBreakClass: UInt8 {
  case al, b2, ba, bb, bk, cb, cl, cm, cp, cr, eb, em, ex, gl, h2, h3, hl, hy, id, `in`, `is`, jl, jt, jv, lf
  case nl, ns, nu, op, po, pr, qu, ri, sp, sy, wj, zw, zwj, opWide, cpWide, idReserved

  /// The class of a code point; `al` for other numbers.
  static func of(_ scalar: UInt32) -> LineBreakClass {
    table.lookUp(scalar)
  }

  /// The classes of all code points, for those who look up many.
  static let table = Table(unpacking: packedRuns)

  /// The classes of the first 64k code points one by one, and the runs above them.
  struct Table: Sendable {
    /// The classes of the first 64k code points.
    private(set) var basic: [LineBreakClass] = []
    private var starts: [UInt32] = []
    private var classes: [LineBreakClass] = []

    init(unpacking text: String) {
      basic.reserveCapacity(0x1_0000)
      var count: UInt32 = 0
      var start: UInt32 = 0
      for byte in text.utf8 {
        switch byte {
        case 0x30...0x39: count = count << 4 | UInt32(byte - 0x30)
        case 0x61...0x66: count = count << 4 | UInt32(byte - 0x57)
        default:
          let letter = byte >= 0x67 ? byte - 0x67 + 26 : byte &- 0x41
          let found = LineBreakClass(rawValue: letter) ?? .al
          let end = start + count
          if basic.count < 0x1_0000 {
            basic.append(contentsOf: repeatElement(found, count: Int(min(end, 0x1_0000) - start)))
          }
          if end > 0x1_0000 {
            starts.append(max(start, 0x1_0000))
            classes.append(found)
          }
          start = end
          count = 0
        }
      }
    }

    func lookUp(_ scalar: UInt32) -> LineBreakClass {
      if scalar < UInt32(basic.count) { return basic[Int(scalar)] }
      var low = 0
      var high = starts.count
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] <= scalar { low = middle + 1 } else { high = middle }
      }
      return low == 0 ? .al : classes[low - 1]
    }
  }
}
