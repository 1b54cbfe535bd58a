internal import ContentLibrary
internal import Stories
internal import StoryFormats
internal import System
internal import TOMLKit

extension Settings {
  /// Reads the file for a command that must not misunderstand it; without one, nothing is set.
  ///
  /// - Parameter path: of `newsroom.toml`; nil for none.
  /// - Throws: `Failure` with status 2 if there is a fault in it. An unknown key or table is only a notice.
  static func load(_ path: String? = Self.path) throws -> Settings {
    let settings = read(path)
    if let fault = settings.notices.first(where: \.isFault) {
      throw Failure(fault.message, status: Failure.misuse)
    }
    return settings
  }

  /// Reads what can be understood of the file; the rest is in `notices`, in the order of lines.
  ///
  /// - Parameter path: of `newsroom.toml`; nil for none.
  static func read(_ path: String? = Self.path) -> Settings {
    guard let path else { return Settings() }
    return read(path) { () throws(SmallFile.Failure) in try SmallFile(path).readText() }
  }

  /// The same, with the text of the file.
  static func read(_ path: String, _ text: () throws(SmallFile.Failure) -> String?) -> Settings {
    var settings = Settings()
    let own = ThemeFile.themes(beside: path)
    settings.themes += own.themes
    do {
      if let text = try text() { settings.take(TOMLFile(text), path: path) }
    } catch let failure {
      let words = "\(failure).".replacing("\(path): ", with: "", maxReplacements: 1)
      settings.notices = [SettingsNotice(path, nil, words, isFault: true)]
    }
    settings.pipes.sort { $0.name < $1.name }
    settings.libraries.sort { $0.name < $1.name }
    settings.searches.sort { $0.name < $1.name }
    settings.notices.sort { ($0.place ?? Self.top) < ($1.place ?? Self.top) }
    settings.notices += own.notices
    return settings
  }

  private static let top = TextPlace(line: 0, column: 0)

  private mutating func take(_ file: TOMLFile, path: String) {
    notices = file.faults.map { SettingsNotice(path, $0.place, $0.reason, isFault: true) }
    for (name, value) in file.table {
      if name == SettingTable.keys.rawValue {
        KeySettings(path: path, places: file.places).take(value, into: &self)
      } else if let table = SettingTable(rawValue: name), let rows = value.table {
        take(table, rows, places: file.places, path: path)
      } else if let key = SettingKey.all.first(where: { $0.name == name }) {
        let place = file.places.value(name)
        if let reason = key.take(&self, value) {
          notices.append(
            SettingsNotice(path, place, "\(Self.ended(reason)) For example: \(key.example)", isFault: true))
        } else {
          given[name] = place
          written[name] = Self.toml(value)
        }
      } else {
        let reason = Self.unknown(name, isTable: value.table != nil)
        notices.append(SettingsNotice(path, file.places.key(name), reason, isFault: false))
      }
    }
  }

  /// Takes one of the tables.
  private mutating func take(_ table: SettingTable, _ rows: TOMLTable, places: TOMLPlaces, path: String) {
    for (name, value) in rows {
      func note(_ reason: String, isFault: Bool = true) {
        let place =
          isFault ? places.value(name, in: table.rawValue) : places.key(name, in: table.rawValue)
        notices.append(SettingsNotice(path, place, reason, isFault: isFault))
      }
      switch table {
      case .keys: break
      case .searches:
        if let search = SavedSearch(name, value, isSetByHand: true) {
          searches.append(search)
          given["searches." + name] = places.value(name, in: table.rawValue)
        } else {
          note(SearchFile.notASearch(name))
        }
      case .pipes:
        if let pipe = StoryPipe(name, value) {
          pipes.append(pipe)
        } else {
          note("\(name) in [pipes] takes a command. For example: \(name) = \(StoryPipe.example)")
        }
      case .sync:
        let folder = value.string.map(SettingKey.expandingHome)
        if name != "folder" {
          note("[sync] has no key “\(name)”. There is: folder.", isFault: false)
        } else if let folder, folder.hasPrefix("/"), folder.utf8.count <= 4_000 {
          syncFolder = folder
        } else {
          note("folder in [sync] takes a whole path. For example: \(SettingTable.sync.example)")
        }
      case .libraries:
        let directories = value.string.map { [$0] } ?? value.array?.compactMap(\.string) ?? []
        if !directories.isEmpty, !directories.contains(""), !name.isEmpty,
          directories.count == value.array?.count ?? 1
        {
          libraries.append(
            NamedLibrary(name: name, directories: directories.map(SettingKey.expandingHome)))
        } else {
          note(
            "\(name) in [libraries] takes a directory or a list of them. For example: \(name) = \"~/Articles\""
          )
        }
      case .kiosk:
        if let key = KioskSettings.keys.first(where: { $0.name == name }) {
          if !key.take(&kiosk, value) {
            note("\(name) in [kiosk] takes \(key.value). For example: \(key.example)")
          }
        } else {
          let known = KioskSettings.keys.map(\.name).joined(separator: ", ")
          note("[kiosk] has no key “\(name)”. There are: \(known).", isFault: false)
        }
      case .jsonl:
        let names = value.string.map { [$0] } ?? value.array?.compactMap(\.string) ?? []
        if let field = RecordFields.Field(rawValue: name) {
          if names.isEmpty {
            note("\(name) in [jsonl] takes a name or a list of names. For example: \(name) = \"kop\"")
          } else {
            fields.prefer(names, for: field)
          }
        } else {
          note(Self.unknownField(name), isFault: false)
        }
      }
    }
  }

  private static func ended(_ sentence: String) -> String {
    sentence.hasSuffix("?") ? sentence : sentence + "."
  }

  /// A value as it is written in the file.
  private static func toml(_ value: any TOMLValueConvertible) -> String {
    if let text = value.string { return SearchFile.quoted(text) }
    if let values = value.array { return "[" + values.map(toml).joined(separator: ", ") + "]" }
    if let number = value.int { return "\(number)" }
    return value.bool.map { "\($0)" } ?? value.debugDescription
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
  /// What a message shows.
  fileprivate static let example =
    #"{ run = "espeak-ng -s 150", as = "text", wait = false }"#

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
