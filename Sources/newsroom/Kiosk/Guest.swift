internal import NewsroomUI
internal import StoryFormats
internal import System

/// What a guest of a reading room brings along, as sshd passes it on.
struct Guest {
  /// The longest command that is looked at, in bytes.
  static let longestCommand = 4_096

  /// What was asked for instead of the reader: `ssh news@host list`.
  var command: String?
  /// The name of the guest's file of marks: a hash of the public key; nil without one.
  var marksName: String?

  /// Takes what the guest brings, and removes every variable that a reading room does not read.
  ///
  /// - Parameters:
  ///   - command: what a login shell was given by `-c`; nil for the variable of sshd.
  ///   - cleans: whether the environment is this process's own, to be cleaned.
  static func receive(command: String?, cleans: Bool) -> Guest {
    let guest = Guest(
      command: command ?? Environment["SSH_ORIGINAL_COMMAND"],
      marksName: Environment["SSH_USER_AUTH"].flatMap(marksName(inFile:)))
    if cleans { Environment.keepOnly(Kiosk.open(.variable), if: isSound) }
    return guest
  }

  /// Whether a variable that is read has a value without surprises: terminals and locales are looked up as
  /// files of that name.
  static func isSound(_ name: String, _ value: String) -> Bool {
    guard (1...64).contains(value.utf8.count), value.utf8.first != UInt8(ascii: ".") else { return false }
    if name == "LINES" || name == "COLUMNS" {
      return value.utf8.count <= 5 && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    return value.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
          || "-+._@".unicodeScalars.contains(scalar))
    }
  }

  /// Reads the file that sshd writes with `ExposeAuthInfo` (sshd_config(5)).
  ///
  /// It must be a plain file of this account; what is in it only chooses a hash.
  static func marksName(inFile path: String) -> String? {
    guard let file = try? Descriptor.open(path, .read, [.noLink, .noWaiting]),
      let status = try? file.status(), status.kind == .file, status.size < 1 << 16,
      let bytes = try? file.readToEnd(limit: 1 << 16)
    else { return nil }
    return marksName(in: String(decoding: bytes, as: UTF8.self))
  }

  /// The name that the first public key gives: "publickey ssh-ed25519 AAAA…".
  static func marksName(in text: String) -> String? {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count >= 3, words[0] == "publickey", words[2].utf8.count >= 16 else { continue }
      return SHA256.digits(of: Array(words[2].utf8)) + ".sqlite"
    }
    return nil
  }
}

/// The program as a login shell, under the name that the package links to it.
enum LoginShell {
  static let name = "newsroom-kiosk"
  /// The host's file for it.
  static let settings = "/etc/newsroom/kiosk.toml"

  /// The arguments that a call under that name stands for; nil under any other name.
  ///
  /// - Parameter arguments: of the process, its name first: login(1) puts "-" before it.
  static func arguments(_ arguments: [String]) -> [String]? {
    guard let first = arguments.first, Paths.name(of: first).drop(while: { $0 == "-" }) == name else {
      return nil
    }
    let rest = Array(arguments.dropFirst())
    let usual = ["--kiosk", "--config", settings]
    guard let place = rest.firstIndex(of: "-c"), place + 1 < rest.count else { return usual }
    return usual + ["--guest-command=" + rest[place + 1]]
  }
}
