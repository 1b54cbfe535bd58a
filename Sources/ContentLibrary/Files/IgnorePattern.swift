/// A line of `.newsroomignore`, in the syntax of gitignore(5), "PATTERN FORMAT".
struct IgnorePattern: Sendable {
  /// The longest line, in characters.
  static let maximumLength = 4_096

  /// The faults of a line.
  enum Fault: Error, Hashable {
    case tooLong, openBracket, loneBackslash

    /// A description for the reader.
    var reason: String {
      switch self {
      case .tooLong: "it is longer than \(IgnorePattern.maximumLength) characters"
      case .openBracket: "its “[” is never closed, or names an unknown class"
      case .loneBackslash: "it ends with a backslash"
      }
    }
  }

  /// Whether matches are read after all (`!`).
  let isNegated: Bool
  /// Whether it matches only folders (`/` at its end).
  let isForFolders: Bool
  /// Whether its last part begins with a wildcard.
  let beginsWithWildcard: Bool
  private let shape: Shape

  /// How names are compared.
  ///
  /// Most patterns are a name, a beginning or an ending, which are quick to compare with a million names.
  private enum Shape {
    case name([UInt8])
    case beginning([UInt8])
    case ending([UInt8])
    case part(Glob)
    case path([Part])
  }

  /// A part of a path, or with `**` any number of them.
  private enum Part {
    case deep
    case glob(Glob)
  }

  /// Reads a line; nil for a blank line or a comment.
  init?(_ line: String) throws(Fault) {
    guard line.unicodeScalars.first != "#" else { return nil }
    var scalars = Self.withoutTrailingBlanks(Array(line.unicodeScalars.prefix(Self.maximumLength + 1)))[...]
    guard scalars.count <= Self.maximumLength else { throw .tooLong }
    isNegated = scalars.first == "!"
    if isNegated { scalars.removeFirst() }
    isForFolders = scalars.last == "/"
    if isForFolders { scalars.removeLast() }
    guard !scalars.isEmpty else { return nil }
    let isPath = scalars.contains("/")
    if scalars.first == "/" { scalars.removeFirst() }
    let parts = try Self.parts(Array(scalars))
    beginsWithWildcard =
      switch parts.last?.atoms.first {
      case .byte?, nil: false
      case .many?, .one?, .of?: true
      }
    shape = isPath ? .path(Self.deepened(parts)) : Self.shape(of: parts.first?.atoms ?? [])
  }

  /// Whether it matches a file or folder.
  ///
  /// - Parameters:
  ///   - name: the last part of the path.
  ///   - path: the path below the pattern's folder.
  func matches(
    name: UnsafeBufferPointer<UInt8>, path: UnsafeBufferPointer<UInt8>, isFolder: Bool, steps: inout Int
  ) -> Bool {
    if isForFolders, !isFolder { return false }
    steps += 1
    switch shape {
    case .name(let bytes): return name.count == bytes.count && name.starts(with: bytes)
    case .beginning(let bytes): return name.starts(with: bytes)
    case .ending(let bytes): return name.count >= bytes.count && name.suffix(bytes.count).elementsEqual(bytes)
    case .part(let glob): return glob.matches(name, steps: &steps)
    case .path(let parts): return Self.matches(parts, path, steps: &steps)
    }
  }

  /// Like `Glob.matches`, but with parts of a path instead of characters, and `**` instead of the star.
  private static func matches(
    _ parts: [Part], _ path: UnsafeBufferPointer<UInt8>, steps: inout Int
  ) -> Bool {
    let names = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var (place, part) = (0, 0)
    var last: (place: Int, part: Int)?
    while place < names.count {
      steps += 1
      if part < parts.count {
        switch parts[part] {
        case .deep:
          part += 1
          last = (place, part)
          continue
        case .glob(let glob):
          if glob.matches(UnsafeBufferPointer(rebasing: names[place]), steps: &steps) {
            (place, part) = (place + 1, part + 1)
            continue
          }
        }
      }
      guard let deep = last else { return false }
      last = (deep.place + 1, deep.part)
      (place, part) = (deep.place + 1, deep.part)
    }
    return part == parts.count
  }
}

// MARK: - Reading

extension IgnorePattern {
  /// Removes spaces at the end, except after a backslash.
  private static func withoutTrailingBlanks(_ line: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var (end, index) = (0, 0)
    while index < line.count {
      let isBlank = line[index] == " "
      index += line[index] == "\\" && index + 1 < line.count ? 2 : 1
      if !isBlank { end = index }
    }
    return Array(line[..<end])
  }

  /// A part of a pattern while it is read.
  private struct Reading {
    var atoms: [Glob.Atom] = []
    /// The number of its stars; nil once it has anything else.
    var stars: Int? = 0

    var isDeep: Bool { stars ?? 0 >= 2 }

    mutating func add(_ atom: Glob.Atom) {
      atoms.append(atom)
      stars = nil
    }

    mutating func add(_ scalar: Unicode.Scalar) {
      for byte in UTF8.encode(scalar) ?? UTF8.EncodedScalar() { add(.byte(byte)) }
    }

    mutating func addStar() {
      stars = stars.map { $0 + 1 }
      if case .many? = atoms.last { return }
      atoms.append(.many)
    }
  }

  private static func parts(_ pattern: [Unicode.Scalar]) throws(Fault) -> [Reading] {
    var parts = [Reading()]
    var index = 0
    while index < pattern.count {
      var scalar = pattern[index]
      index += 1
      switch scalar {
      case "*": parts[parts.count - 1].addStar()
      case "?": parts[parts.count - 1].add(.one)
      case "[": parts[parts.count - 1].add(.of(try characters(pattern, &index)))
      default:
        let isEscaped = scalar == "\\"
        if isEscaped {
          guard index < pattern.count else { throw .loneBackslash }
          scalar = pattern[index]
          index += 1
        }
        if scalar == "/" { parts.append(Reading()) } else { parts[parts.count - 1].add(scalar) }
      }
    }
    return parts
  }

  /// Reads a bracket after its opening: `[abc]`, `[a-z]`, `[!a]`, `[]a]`, `[[:digit:]]`.
  private static func characters(_ pattern: [Unicode.Scalar], _ index: inout Int) throws(Fault)
    -> Glob.Characters
  {
    var found = Glob.Characters()
    if index < pattern.count, pattern[index] == "!" || pattern[index] == "^" {
      found.isNegated = true
      index += 1
    }
    func next() throws(Fault) -> Unicode.Scalar {
      guard index < pattern.count else { throw .openBracket }
      index += 1
      return pattern[index - 1]
    }
    var before: Unicode.Scalar?
    var isFirst = true
    while true {
      var scalar = try next()
      if scalar == "]", !isFirst { return found }
      isFirst = false
      if scalar == "[", index < pattern.count, pattern[index] == ":",
        let end = pattern[index...].firstIndex(of: "]"), pattern[end - 1] == ":", end - 1 > index
      {
        let name = String(String.UnicodeScalarView(pattern[(index + 1)..<(end - 1)]))
        guard let ranges = classes[name] else { throw .openBracket }
        found.ranges += ranges
        (index, before) = (end + 1, nil)
        continue
      }
      if scalar == "-", let first = before, index < pattern.count, pattern[index] != "]" {
        var last = try next()
        if last == "\\" { last = try next() }
        if first.value <= last.value { found.ranges.append(first.value...last.value) }
        before = nil
        continue
      }
      if scalar == "\\" { scalar = try next() }
      found.ranges.append(scalar.value...scalar.value)
      before = scalar
    }
  }

  /// The classes of POSIX, in ASCII.
  private static let classes: [String: [ClosedRange<UInt32>]] = [
    "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A], "alpha": [0x41...0x5A, 0x61...0x7A],
    "blank": [0x09...0x09, 0x20...0x20], "cntrl": [0x00...0x1F, 0x7F...0x7F], "digit": [0x30...0x39],
    "graph": [0x21...0x7E], "lower": [0x61...0x7A], "print": [0x20...0x7E],
    "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E], "space": [0x09...0x0D, 0x20...0x20],
    "upper": [0x41...0x5A], "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66],
  ]

  /// Gives `**` its meaning; at the end it matches everything in the folder, but not the folder.
  private static func deepened(_ readings: [Reading]) -> [Part] {
    var parts: [Part] = []
    for (index, reading) in readings.enumerated() {
      guard reading.isDeep else {
        parts.append(.glob(Glob(atoms: reading.atoms)))
        continue
      }
      if case .deep? = parts.last {} else { parts.append(.deep) }
      if index == readings.count - 1 { parts.append(.glob(Glob(atoms: [.many]))) }
    }
    return parts
  }

  private static func shape(of atoms: [Glob.Atom]) -> Shape {
    func bytes(_ atoms: ArraySlice<Glob.Atom>) -> [UInt8]? {
      var bytes: [UInt8] = []
      for atom in atoms {
        guard case .byte(let byte) = atom else { return nil }
        bytes.append(byte)
      }
      return bytes
    }
    if let name = bytes(atoms[...]) { return .name(name) }
    if case .many? = atoms.first, let ending = bytes(atoms.dropFirst()) { return .ending(ending) }
    if case .many? = atoms.last, let beginning = bytes(atoms.dropLast()) { return .beginning(beginning) }
    return .part(Glob(atoms: atoms))
  }
}
