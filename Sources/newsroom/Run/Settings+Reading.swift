internal import ContentLibrary
internal import Stories
internal import StoryFormats
internal import System
internal import TOMLKit

extension Settings {
  /// Reads the file; without one, nothing is set.
  ///
  /// - Parameter path: of `newsroom.toml`; nil for none.
  /// - Throws: `Failure` with status 2 when it is there and can't be understood. A key or a table that is not
  ///   known is no failure but a notice.
  static func load(_ path: String? = Self.path) throws -> Settings {
    var settings = Settings()
    if let path, let text = try SmallFile(path).understood({ $0 }) { try settings.take(text, path: path) }
    settings.searches.sort { $0.name < $1.name }
    settings.notices.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    return settings
  }

  private mutating func take(_ text: String, path: String) throws {
    let lines = TOMLLines(text)
    do {
      for (name, value) in try TOMLTable(string: text) {
        if let table = SettingTable(rawValue: name), let rows = value.table {
          try take(table, rows, lines: lines, path: path)
        } else if let key = SettingKey.all.first(where: { $0.name == name }) {
          guard let reason = key.take(&self, value) else { continue }
          throw Failure("\(path):\(lines.place(of: name))\(reason).", status: Failure.misuse)
        } else {
          notices.append(
            SettingsNotice(path, lines.line(of: name), Self.unknown(name, isTable: value.table != nil)))
        }
      }
    } catch let error as TOMLParseError {
      throw Failure(
        "\(path):\(error.source.begin.line): \(error.description). Correct the line, or move the file away.",
        status: Failure.misuse)
    }
  }

  /// Takes `[jsonl]` or `[searches]`.
  private mutating func take(_ table: SettingTable, _ rows: TOMLTable, lines: TOMLLines, path: String) throws
  {
    switch table {
    case .searches:
      searches = try SearchFile.searches(in: rows, path: path).map {
        SavedSearch(name: $0.name, text: $0.text, isSetByHand: true)
      }
    case .pipes:
      for (name, value) in rows {
        guard let pipe = StoryPipe(name, value) else {
          let place = lines.place(of: name, in: table.rawValue)
          let forms = StoryPipe.Form.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
          throw Failure(
            "\(path):\(place)\(name) in [pipes] takes a command, or { run = …, as = …, wait = … } "
              + "with one of \(forms).", status: Failure.misuse)
        }
        pipes.append(pipe)
      }
      pipes.sort { $0.name < $1.name }
    case .kiosk:
      for (name, value) in rows {
        guard let key = KioskSettings.keys.first(where: { $0.name == name }) else {
          let known = KioskSettings.keys.map(\.name).joined(separator: ", ")
          notices.append(
            SettingsNotice(
              path, lines.line(of: name, in: table.rawValue),
              "[kiosk] has no key “\(name)”. There are: \(known)."))
          continue
        }
        guard key.take(&kiosk, value) else {
          let place = lines.place(of: name, in: table.rawValue)
          throw Failure("\(path):\(place)\(name) in [kiosk] takes \(key.value).", status: Failure.misuse)
        }
      }
    case .jsonl:
      for (name, value) in rows {
        let line = lines.line(of: name, in: table.rawValue)
        guard let field = RecordFields.Field(rawValue: name) else {
          notices.append(SettingsNotice(path, line, Self.unknownField(name)))
          continue
        }
        let names = value.string.map { [$0] } ?? value.array?.compactMap(\.string) ?? []
        guard !names.isEmpty else {
          let place = lines.place(of: name, in: table.rawValue)
          throw Failure(
            "\(path):\(place)\(name) in [jsonl] takes a name or a list of names.", status: Failure.misuse)
        }
        fields.prefer(names, for: field)
      }
    }
  }

  private static func unknown(_ name: String, isTable: Bool) -> String {
    let known = isTable ? SettingTable.allCases.map(\.rawValue) : SettingKey.all.map(\.name)
    let written = { (name: String) in isTable ? "[\(name)]" : "“\(name)”" }
    let meant = Newsroom.nearest(to: name, among: known).map { "Did you mean \(written($0))?" }
    return (isTable ? "no table " : "no setting ") + written(name) + ". "
      + (meant ?? "There are: \(known.map { isTable ? "[\($0)]" : $0 }.joined(separator: ", ")).")
  }

  private static func unknownField(_ name: String) -> String {
    let known = RecordFields.Field.allCases.map(\.rawValue)
    if SettingKey.all.contains(where: { $0.name == name }) {
      return "“\(name)” is in [jsonl]; move it above the first table."
    }
    let meant = Newsroom.nearest(to: name, among: known).map { "Did you mean “\($0)”?" }
    return "[jsonl] has no field “\(name)”. " + (meant ?? "There are: \(known.joined(separator: ", ")).")
  }
}

extension StoryPipe {
  /// Reads a command; nil if it can't be one.
  fileprivate init?(_ name: String, _ value: any TOMLValueConvertible) {
    func words(_ value: (any TOMLValueConvertible)?) -> [String]? {
      if let text = value?.string { return OutsidePrograms.words(text) }
      guard let array = value?.array else { return nil }
      let words = array.compactMap(\.string)
      return words.count == array.count ? words : nil
    }
    let table = value.table
    guard let command = words(table.map { $0["run"] } ?? value), let first = command.first, !first.isEmpty,
      !command.contains(where: { $0.utf8.contains(0) })
    else { return nil }
    self.init(name: name, words: command)
    for (key, value) in table ?? TOMLTable() {
      switch key {
      case "run": break
      case "as":
        guard let form = value.string.flatMap(Form.init) else { return nil }
        self.form = form
      case "wait":
        guard let waits = value.bool else { return nil }
        self.waits = waits
      default: return nil
      }
    }
  }
}

/// Something in newsroom.toml that is not understood and is passed over.
struct SettingsNotice: Hashable {
  let path: String
  /// From 1; nil where it was not found.
  let line: Int?
  let text: String

  init(_ path: String, _ line: Int?, _ text: String) {
    (self.path, self.line, self.text) = (path, line, text)
  }

  /// With the whole path, for the shell.
  var message: String { path + ":" + place }

  /// With the file's name alone, for a line of the screen.
  var short: String { Paths.name(of: path) + ":" + place }

  private var place: String { (line.map { "\($0): " } ?? " ") + text }
}
