internal import NewsroomUI
internal import Screen
internal import System
internal import TOMLKit

/// A theme of one's own: `themes/NAME.toml` beside newsroom.toml.
struct ThemeFile {
  /// The most files that are read.
  private static let most = 100

  static let meaning = """
    A file `themes/NAME.toml` beside `newsroom.toml` makes the theme NAME. It is like the theme that its key \
    `like` names (`paper-dark` if not set), but for the roles in its table `[styles]`. A style is \
    attributes, a colour, and `on` another colour: `bold`, `dim`, `italic`, `underline`, `reverse`, \
    `strike`, or `plain` for none; `#rrggbb`, or one of the terminal's own colours by name (`black`, \
    `red`, `green`, `yellow`, `blue`, `magenta`, `cyan`, `white`, and each with `bright-` before it). A role \
    without a style takes that of the broader one: `text.link.outside` that of `text.link`. `config check` \
    looks for mistakes.

    The roles are \(Role.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")).
    """

  /// A complete file.
  static let example = """
    like = "paper-dark"

    [styles]
    "text.headline" = "bold #e8c07a"
    "text.link" = "underline bright-blue"
    "selection" = "black on cyan"
    """

  /// The themes in the folder beside a settings file, by name, and what in them is not understood.
  static func themes(beside path: String) -> (themes: [Theme], notices: [SettingsNotice]) {
    var themes: [Theme] = []
    var notices: [SettingsNotice] = []
    let folder = Paths.folder(of: path) + "/themes"
    for name in names(in: folder).prefix(most) {
      let file = "\(folder)/\(name).toml"
      guard Themes.named(name) == nil else {
        notices.append(
          SettingsNotice(file, nil, "newsroom has a theme of this name. Rename the file.", isFault: false))
        continue
      }
      guard let text = try? SmallFile(file, limit: 1 << 20).readText() else {
        notices.append(SettingsNotice(file, nil, "it can't be read as text; repair it.", isFault: false))
        continue
      }
      var read = ThemeFile(path: file)
      themes.append(read.theme(name, TOMLFile(text)))
      notices += read.notices
    }
    return (themes, notices)
  }

  private static func names(in folder: String) -> [String] {
    guard let open = try? Descriptor.open(folder, .read, .folder), let reader = try? FolderReader(open) else {
      return []
    }
    var names: [String] = []
    while let entry = try? reader.next() {
      let name = entry.name
      guard entry.isNamedInUTF8, name.hasSuffix(".toml"), !name.hasPrefix(".") else { continue }
      names.append(String(name.dropLast(5)))
    }
    return names.sorted()
  }

  private let path: String
  private var notices: [SettingsNotice] = []

  private init(path: String) { self.path = path }

  private mutating func note(_ place: TextPlace?, _ text: String) {
    notices.append(SettingsNotice(path, place, text, isFault: false))
  }

  private mutating func theme(_ name: String, _ file: TOMLFile) -> Theme {
    for fault in file.faults { note(fault.place, fault.reason) }
    var base = Themes.standard
    var styles: [Role: Style] = [:]
    for (key, value) in file.table {
      switch (key, value.string, value.table) {
      case ("like", let name?, _):
        if let theme = Themes.named(name) {
          base = theme
        } else {
          note(file.places.value(key), SettingKey.noTheme(name, among: Themes.all) + ".")
        }
      case ("styles", _, let rows?):
        for (role, style) in Self.flat(rows) { take(style, for: role, file.places, &styles) }
      default:
        note(file.places.key(key), "a theme has no “\(key)”. There are: like, [styles].")
      }
    }
    return Theme(name: name, like: base, styles: styles)
  }

  /// The rows of a table; a name with points that is not in quotation marks makes tables.
  private static func flat(_ rows: TOMLTable, depth: Int = 0) -> [(String, any TOMLValueConvertible)] {
    rows.flatMap { name, value -> [(String, any TOMLValueConvertible)] in
      guard let inner = value.table, depth < 4 else { return [(name, value)] }
      return flat(inner, depth: depth + 1).map { ("\(name).\($0.0)", $0.1) }
    }
  }

  private mutating func take(
    _ value: any TOMLValueConvertible, for name: String, _ places: TOMLPlaces, _ styles: inout [Role: Style]
  ) {
    guard let role = Role(rawValue: name) else {
      let meant = Newsroom.nearest(to: name, among: Role.allCases.map(\.rawValue))
      let advice = meant.map { "Did you mean “\($0)”?" } ?? "newsroom.toml(5) lists the roles."
      return note(places.key(name, in: "styles"), "no role “\(name)”. \(advice)")
    }
    guard let words = value.string else {
      return note(
        places.value(name, in: "styles"), "a style is a text, such as \"bold #e8c07a on black\".")
    }
    do throws(StyleText.Fault) {
      styles[role] = try StyleText.style(of: words)
    } catch {
      note(places.value(name, in: "styles"), error.reason)
    }
  }
}

/// A style in words: "bold underline #5494d6 on black".
enum StyleText {
  /// Why words are no style.
  struct Fault: Error { var reason: String }

  private static let attributes: [String: Style.Attributes] = [
    "plain": [], "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
    "strike": .strike,
  ]
  private static let colours = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

  /// Reads a style.
  static func style(of text: String) throws(Fault) -> Style {
    var style = Style()
    var isGround = false
    for word in text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init) {
      if word == "on" {
        isGround = true
      } else if let attribute = attributes[word] {
        style.attributes.formUnion(attribute)
      } else if let colour = colour(word) {
        if isGround { style.background = colour } else { style.foreground = colour }
      } else {
        let known = attributes.keys.sorted() + colours
        let meant = Newsroom.nearest(to: word, among: known).map { "Did you mean “\($0)”?" }
        throw Fault(
          reason: "“\(word)” is neither an attribute nor a colour. "
            + (meant ?? "Write a colour as #rrggbb or by its name."))
      }
    }
    return style
  }

  private static func colour(_ word: String) -> Colour? {
    if word.hasPrefix("#") {
      let digits = word.dropFirst()
      guard digits.utf8.count == 6, let number = UInt32(digits, radix: 16), digits.first != "+" else {
        return nil
      }
      return Colour(UInt8(number >> 16 & 255), UInt8(number >> 8 & 255), UInt8(number & 255))
    }
    let isBright = word.hasPrefix("bright-")
    guard let index = colours.firstIndex(of: isBright ? String(word.dropFirst(7)) : word) else { return nil }
    return Colour(own: UInt8(index + (isBright ? 8 : 0)))
  }
}
