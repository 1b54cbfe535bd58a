internal import System

/// The name of this machine in the folder of journals, kept beside the marks.
///
/// It is made once: the host's name, so that people know it, and random digits, so that no two machines have
/// the same. Where the folder of the marks was copied to another machine, a new one is made there.
enum MachineName {
  /// The name; made if there is none yet.
  static func current(in folder: String) throws -> String {
    let host = ThisProcess.hostName
    let file = SmallFile(folder + "/machine", limit: 4_096)
    var name = ""
    try file.update { text in
      let lines = (text ?? "").split(separator: "\n").map(String.init)
      let identity = lines.dropFirst().first ?? ""
      // Where either is not known, as in a sandbox, the name holds.
      let isHere = identity == host.identity || identity.isEmpty || host.identity.isEmpty
      if let known = lines.first, isName(known), isHere {
        name = known
        return nil
      }
      let digits = String(UInt64.random(in: .min ... .max), radix: 16)
      name = plain(host.name) + "-" + String(repeating: "0", count: 16 - digits.count) + digits
      return name + "\n" + host.identity + "\n"
    }
    return name
  }

  /// Whether a text can be the name of a machine, and a part of a file's name.
  static func isName(_ text: String) -> Bool {
    (1...SyncLine.longestMachine).contains(text.utf8.count)
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }

  private static func plain(_ host: String) -> String {
    let letters = host.lowercased().utf8.prefix { $0 != UInt8(ascii: ".") }
      .filter { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    return letters.isEmpty ? "machine" : String(decoding: letters.prefix(24), as: UTF8.self)
  }
}
