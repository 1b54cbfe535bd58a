internal import ContentLibrary
internal import StoryFormats

extension PassedOver {
  /// A sentence for each reason.
  var sentences: [String] {
    let others = counts.filter { $0.kind == .otherKind }
    return counts.filter { $0.kind != .otherKind }.map(\.sentence)
      + (others.isEmpty ? [] : [Self.kinds(others)])
  }

  /// How many endings are named.
  private static let mostEndings = 8

  /// Files of other kinds in one sentence, by their endings.
  private static func kinds(_ counts: [Count]) -> String {
    let total = counts.reduce(0) { $0 + $1.total }
    var named = counts.prefix(mostEndings).map { count in
      "\(count.total) " + (count.ending.isEmpty ? "without an ending" : ".\(count.ending)")
    }
    let rest = counts.dropFirst(mostEndings).reduce(0) { $0 + $1.total }
    if rest > 0 { named.append("\(rest) others") }
    let examples = counts.flatMap(\.examples).prefix(3).joined(separator: ", ")
    return total == 1
      ? "1 file of another kind was passed over: \(examples)."
      : "\(total) files of other kinds were passed over: \(named.joined(separator: ", ")) (\(examples)\(total > 3 ? ", …" : ""))."
  }
}

extension PassedOver.Count {
  /// What was not read, why, and the first few of it.
  var sentence: String {
    let more = total - examples.count
    let names = examples.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
    let hint =
      kind == .symbolicLink
      ? " follow_symlinks = \"inside\" in newsroom.toml follows those that stay in the directory." : ""
    return "\(total) \(total == 1 ? words.one : words.many): \(names).\(hint)"
  }

  private var words: (one: String, many: String) {
    switch kind {
    case .symbolicLink: ("symbolic link was not followed", "symbolic links were not followed")
    case .leadsOut:
      (
        "symbolic link was not followed, because it leads out of the directory",
        "symbolic links were not followed, because they lead out of the directory"
      )
    case .leadsNowhere: ("symbolic link leads nowhere", "symbolic links lead nowhere")
    case .listedElsewhere:
      ("symbolic link leads to what is listed already", "symbolic links lead to what is listed already")
    case .pipe: ("named pipe was passed over", "named pipes were passed over")
    case .socket: ("socket was passed over", "sockets were passed over")
    case .device: ("device was passed over", "devices were passed over")
    case .noFile: ("entry that is no file was passed over", "entries that are no files were passed over")
    case .hidden:
      (
        "name that begins with a dot was passed over, as hidden",
        "names that begin with a dot were passed over, as hidden"
      )
    case .usual:
      (
        "file or folder that programs leave behind was passed over",
        "files and folders that programs leave behind were passed over"
      )
    case .ignored:
      (
        "file or folder was passed over by the rules of .newsroomignore or newsroom.toml",
        "files and folders were passed over by the rules of .newsroomignore or newsroom.toml"
      )
    case .otherKind: ("file of another kind was passed over", "files of other kinds were passed over")
    }
  }

  /// One object: the reason, how many, and the first few paths.
  var json: JSON {
    var members: [(String, JSON)] = [("passed_over", .string(kind.rawValue))]
    if kind == .otherKind { members.append(("ending", .string(ending))) }
    members += [("count", .number(total)), ("paths", .strings(examples))]
    return .object(members)
  }
}
