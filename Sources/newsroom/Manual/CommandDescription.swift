internal import ArgumentParser
internal import StoryFormats

/// A command as the argument parser describes it, for the manual's synopsis and options.
struct CommandDescription {
  /// An argument, an option or a flag.
  struct Argument: Hashable {
    enum Kind: String { case positional, option, flag }

    var kind: Kind
    /// The names as typed, the short one first: "-L", "--library".
    var names: [String]
    /// The name of the value: "directory"; nil for a flag.
    var value: String
    var abstract: String
    var isOptional: Bool
    var isRepeating: Bool

    /// Its form in a synopsis, with marks: "[`--index` *path*]".
    var synopsis: String {
      let bare =
        kind == .positional
        ? placeholder : [typedName, placeholder].filter { !$0.isEmpty }.joined(separator: " ")
      return (isOptional ? "[\(bare)]" : bare) + (isRepeating ? " ..." : "")
    }

    /// Its form before its meaning: "`-L`, `--library` *directory*".
    var term: String {
      let typed = names.map { "`\($0)`" }.joined(separator: ", ")
      return [typed, placeholder].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private var typedName: String { names.last.map { "`\($0)`" } ?? "" }

    private var placeholder: String {
      guard kind != .flag else { return "" }
      // Two values close and open the brackets of usage: "directory> <query".
      return "*" + value.uppercased().replacing("> <", with: "* *") + "*"
    }
  }

  var name: String
  var abstract: String
  var discussion: String
  var arguments: [Argument]
  var commands: [CommandDescription]

  /// The options and flags.
  var options: [Argument] { arguments.filter { $0.kind != .positional } }

  /// The program with all its commands.
  ///
  /// - Throws: `Failure` if the parser's description has an unexpected form.
  static func program() throws -> CommandDescription {
    guard let described = JSONReader.value(of: Newsroom._dumpHelp())?["command"],
      let program = CommandDescription(described)
    else { throw Failure("can't read the argument parser's description of the commands") }
    return program
  }

  private init?(_ value: JSONValue) {
    guard let name = value["commandName"]?.text else { return nil }
    self.name = name
    abstract = value["abstract"]?.text ?? ""
    discussion = value["discussion"]?.text ?? ""
    arguments = (value["arguments"]?.list ?? []).compactMap(Argument.init)
    commands = (value["subcommands"]?.list ?? []).filter { $0["shouldDisplay"] != .bool(false) }
      .compactMap(CommandDescription.init)
  }
}

extension CommandDescription.Argument {
  fileprivate init?(_ value: JSONValue) {
    guard let kind = (value["kind"]?.text).flatMap(Kind.init), value["shouldDisplay"] != .bool(false) else {
      return nil
    }
    let names = (value["names"]?.list ?? []).compactMap { name -> String? in
      guard let text = name["name"]?.text else { return nil }
      return (name["kind"]?.text == "long" ? "--" : "-") + text
    }
    self.init(
      kind: kind, names: names.sorted { $0.utf8.count < $1.utf8.count },
      value: value["valueName"]?.text ?? "", abstract: value["abstract"]?.text ?? "",
      isOptional: value["isOptional"] == .bool(true) || value["defaultValue"] != nil,
      isRepeating: value["isRepeating"] == .bool(true))
  }
}
