internal import ContentLibrary
internal import StoryFormats

extension PassedOver {
  /// A sentence for each reason.
  var sentences: [String] {
    let others = counts.filter { $0.kind == .otherKind }
    return counts.filter { $0.kind != .otherKind }.map(\.sentence)
      + (others.isEmpty ? [] : [Self.kinds(others)])
  }

  /// How many extensions are named.
  private static let mostEndings = 8

  /// Files of other kinds in one sentence, by extension.
  private static func kinds(_ counts: [Count]) -> String {
    let total = counts.reduce(0) { $0 + $1.total }
    var named = counts.prefix(mostEndings).map { count in
      "\(count.total) " + (count.ending.isEmpty ? "without an extension" : ".\(count.ending)")
    }
    let rest = counts.dropFirst(mostEndings).reduce(0) { $0 + $1.total }
    if rest > 0 { named.append("\(rest) others") }
    let examples = counts.flatMap(\.examples).prefix(3).joined(separator: ", ")
    return total == 1
      ? "1 file of another kind was skipped: \(examples)."
      : """
      \(total) files of other kinds were skipped: \(named.joined(separator: ", ")) \
      (\(examples)\(total > 3 ? ", …" : "")).
      """
  }
}

extension PassedOver.Count {
  /// How many were skipped and why, with the first few paths.
  var sentence: String {
    let more = total - examples.count
    let names = examples.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    let hint =
      kind == .symbolicLink
      ? " follow_symlinks = \"inside\" in newsroom.toml follows those that stay inside the directory." : ""
    return "\(total) \(total == 1 ? words.one : words.many): \(names).\(hint)"
  }

  private var words: (one: String, many: String) {
    switch kind {
    case .symbolicLink: ("symbolic link was not followed", "symbolic links were not followed")
    case .leadsOut:
      (
        "symbolic link was not followed, because it leads outside the directory",
        "symbolic links were not followed, because they lead outside the directory"
      )
    case .leadsNowhere: ("symbolic link is broken", "symbolic links are broken")
    case .listedElsewhere:
      ("symbolic link leads to a file already listed", "symbolic links lead to files already listed")
    case .pipe: ("named pipe was skipped", "named pipes were skipped")
    case .socket: ("socket was skipped", "sockets were skipped")
    case .device: ("device was skipped", "devices were skipped")
    case .noFile: ("entry that is not a file was skipped", "entries that are not files were skipped")
    case .hidden:
      (
        "hidden file or folder was skipped",
        "hidden files and folders were skipped"
      )
    case .usual:
      (
        "temporary file or folder of another program was skipped",
        "temporary files and folders of other programs were skipped"
      )
    case .ignored:
      (
        "file or folder was skipped by a rule in .newsroomignore or newsroom.toml",
        "files and folders were skipped by a rule in .newsroomignore or newsroom.toml"
      )
    case .otherKind: ("file of another kind was skipped", "files of other kinds were skipped")
    }
  }

  /// An object with the reason, the count and the first few paths.
  var json: JSON {
    var members: [(String, JSON)] = [("passed_over", .string(kind.rawValue))]
    if kind == .otherKind { members.append(("ending", .string(ending))) }
    members += [("count", .number(total)), ("paths", .strings(examples))]
    return .object(members)
  }
}
