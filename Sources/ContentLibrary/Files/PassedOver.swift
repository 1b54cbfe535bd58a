internal import System

/// What a library did not read, and why: nothing is left out in silence.
public struct PassedOver: Hashable, Sendable {
  /// Why something was not read.
  public enum Kind: String, CaseIterable, Sendable {
    /// A symbolic link, where none is followed.
    case symbolicLink = "symbolic-link"
    /// A link that leads out of the directory.
    case leadsOut = "link-out"
    /// A link that leads to nothing, or round in a circle.
    case leadsNowhere = "dead-link"
    /// A link to what is listed by another path.
    case listedElsewhere = "link-to-listed"
    case pipe, socket, device
    /// Its name begins with a dot.
    case hidden
    /// What is passed over in every library.
    case usual = "usual-rule"
    /// What the settings or the library's own rules say.
    case ignored = "own-rule"
    /// A file of no known format.
    case otherKind = "other-kind"
    /// Something else that is no file.
    case noFile = "no-file"

    init(_ kind: FileStatus.Kind) {
      self =
        switch kind {
        case .link: .symbolicLink
        case .pipe: .pipe
        case .socket: .socket
        case .device: .device
        case .file, .folder, .other: .noFile
        }
    }
  }

  /// How many were not read for one reason.
  public struct Count: Hashable, Sendable {
    /// The reason.
    public var kind: Kind
    /// The ending that files of other kinds have in common, lower case without the dot; "" for files without one.
    public var ending = ""
    /// How many.
    public var total = 0
    /// The first few of them by path, folders with "/" at their end.
    public var examples: [String] = []
  }

  /// So many examples are kept of each.
  static let mostExamples = 5

  /// By reason; files of other kinds by their ending, the most first.
  public private(set) var counts: [Count] = []

  /// Counts one.
  mutating func note(_ kind: Kind, _ path: String, ending: String = "") {
    let index = counts.firstIndex { $0.kind == kind && $0.ending == ending } ?? counts.endIndex
    if index == counts.endIndex { counts.append(Count(kind: kind, ending: ending)) }
    counts[index].total += 1
    counts[index].keep(path)
  }

  /// Takes up others.
  mutating func add(_ others: [Count]) { counts += others }

  /// Puts the reasons in their order, and the most of each first.
  mutating func sort() {
    let order = Dictionary(uniqueKeysWithValues: Kind.allCases.enumerated().map { ($1, $0) })
    counts.sort {
      (order[$0.kind] ?? 0, -$0.total, $0.ending) < (order[$1.kind] ?? 0, -$1.total, $1.ending)
    }
  }
}

extension PassedOver.Count {
  /// Keeps a path among the first few.
  mutating func keep(_ path: String) {
    guard examples.count >= PassedOver.mostExamples else {
      examples.append(path)
      examples.sort()
      return
    }
    guard let last = examples.last, path < last else { return }
    examples[examples.count - 1] = path
    examples.sort()
  }
}
