internal import System

/// The files that a library skipped, and why; nothing is left out in silence.
public struct PassedOver: Hashable, Sendable {
  /// Why a file was skipped.
  public enum Kind: String, CaseIterable, Sendable {
    /// A symbolic link, if none is followed.
    case symbolicLink = "symbolic-link"
    /// A link to a target outside the directory.
    case leadsOut = "link-out"
    /// A broken link, or one that leads in a circle.
    case leadsNowhere = "dead-link"
    /// A link to a file already listed.
    case listedElsewhere = "link-to-listed"
    case pipe, socket, device
    /// Its name begins with a dot.
    case hidden
    /// Skipped in every library.
    case usual = "usual-rule"
    /// Skipped by the settings or by `.newsroomignore`.
    case ignored = "own-rule"
    /// A file of no known format.
    case otherKind = "other-kind"
    /// Something else that is not a file.
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

  /// The number of files skipped for one reason.
  public struct Count: Hashable, Sendable {
    /// The reason.
    public var kind: Kind
    /// The extension of files of other kinds, lower case without the dot; "" for none.
    public var ending = ""
    /// The number of files.
    public var total = 0
    /// The first few of them by path, folders with "/" at their end.
    public var examples: [String] = []
  }

  /// The most examples kept of each.
  static let mostExamples = 5

  /// Counts by reason; files of other kinds by extension, most first.
  public private(set) var counts: [Count] = []

  /// Counts one.
  mutating func note(_ kind: Kind, _ path: String, ending: String = "") {
    let index = counts.firstIndex { $0.kind == kind && $0.ending == ending } ?? counts.endIndex
    if index == counts.endIndex { counts.append(Count(kind: kind, ending: ending)) }
    counts[index].total += 1
    counts[index].keep(path)
  }

  /// Adds other counts.
  mutating func add(_ others: [Count]) { counts += others }

  /// Sorts by reason, then by number.
  mutating func sort() {
    let order = Dictionary(uniqueKeysWithValues: Kind.allCases.enumerated().map { ($1, $0) })
    counts.sort {
      (order[$0.kind] ?? 0, -$0.total, $0.ending) < (order[$1.kind] ?? 0, -$1.total, $1.ending)
    }
  }
}

extension PassedOver.Count {
  /// Keeps a path if it is among the first few.
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
