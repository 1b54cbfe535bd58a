internal import Glibc
internal import TOMLKit
internal import Typesetting

/// What the reader's own `newsroom.toml` says; everything in it is optional.
///
/// It lies in `$XDG_CONFIG_HOME/newsroom/`, else in `~/.config/newsroom/`.
struct Settings {
  /// The directory of stories.
  var library: String?
  /// The theme's name.
  var theme: String?
  /// The widest line of text, in cells.
  var measure: Int?

  /// How stories are set.
  var typesetting: Typesetter.Options {
    var options = Typesetter.Options()
    if let measure { options.measure = min(max(measure, 30), 120) }
    return options
  }

  /// Reads the file; without one, nothing is set.
  ///
  /// - Throws: `Failure` with status 2 when it is there and can't be understood.
  static func load() throws -> Settings {
    var settings = Settings()
    guard let path = path, let text = try read(path) else { return settings }
    do {
      let table = try TOMLTable(string: text)
      settings.library = table["library"]?.string.map(expandingHome)
      settings.theme = table["theme"]?.string
      settings.measure = table["measure"]?.int
    } catch let error as TOMLParseError {
      throw Failure(
        "\(path):\(error.source.begin.line): \(error.description). Mend the line, or move the file away.",
        status: Failure.misuse)
    }
    return settings
  }

  /// Where the file is looked for; nil without a home.
  static var path: String? {
    if let base = Environment["XDG_CONFIG_HOME"], base.hasPrefix("/") {
      return base + "/newsroom/newsroom.toml"
    }
    return Environment["HOME"].map { $0 + "/.config/newsroom/newsroom.toml" }
  }

  private static func expandingHome(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = Environment["HOME"] else { return path }
    return home + path.dropFirst()
  }

  private static func read(_ path: String) throws -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw Failure("\(path): \(String(cString: strerror(errno)))", status: Failure.misuse)
    }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count >= 0 else {
      throw Failure("\(path): \(String(cString: strerror(errno)))", status: Failure.misuse)
    }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}

/// The program's environment variables; empty ones count as not set.
enum Environment {
  static subscript(name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
