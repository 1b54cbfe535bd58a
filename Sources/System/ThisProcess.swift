internal import Glibc

/// What the process asks of the system for itself.
public enum ThisProcess {
  /// The number of processors, at least 1.
  public static var processors: Int { max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1) }

  /// Ends the process.
  public static func exit(_ status: Int32) -> Never { Glibc.exit(status) }

  /// Makes a write beyond the file size limit fail, instead of ending the program.
  public static func ignoreFileSizeSignal() { signal(SIGXFSZ, SIG_IGN) }

  /// Raises the limit on open files if it is lower than wanted (setrlimit(2)).
  ///
  /// - Returns: the limit now in force.
  public static func raiseOpenFiles(to wanted: Int) -> Int {
    let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    var limit = rlimit()
    guard getrlimit(files, &limit) == 0, limit.rlim_cur < rlim_t(wanted) else { return wanted }
    limit.rlim_cur = min(rlim_t(wanted), limit.rlim_max)
    setrlimit(files, &limit)
    return Int(clamping: limit.rlim_cur)
  }

  /// The host's name, and what tells it from every other host (machine-id(5)); "" where that is not known.
  public static var hostName: (name: String, identity: String) {
    var name = [CChar](repeating: 0, count: 256)
    let isKnown = gethostname(&name, name.count - 1) == 0
    let letters = isKnown ? name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) } : []
    let identity = SystemFile.text("/etc/machine-id").prefix { $0.isHexDigit }
    return (String(decoding: letters, as: UTF8.self), String(identity.prefix(64)))
  }

  /// Releases pages of the program that only its start needed; the system loads them again on demand.
  public static func releaseProgramPages() {
    guard let program = Paths.real("/proc/self/exe") else { return }
    for line in SystemFile.text("/proc/self/maps").split(separator: "\n") where line.hasSuffix(program) {
      // proc(5): "start-end perms offset device inode path", in hexadecimal.
      let fields = line.split(separator: " ", maxSplits: 2)
      let ends = fields[0].split(separator: "-").compactMap { UInt(String($0), radix: 16) }
      guard fields.count == 3, fields[1] == "r-xp", ends.count == 2, ends[0] < ends[1] else { continue }
      madvise(UnsafeMutableRawPointer(bitPattern: ends[0]), Int(ends[1] - ends[0]), MADV_DONTNEED)
    }
  }
}

/// Files that the system generates as they are read, and that have no size (proc(5)).
public enum SystemFile {
  /// The text of one; "" if it is missing or unreasonably long.
  public static func text(_ path: String) -> String {
    guard let bytes = try? Descriptor.open(path).readToEnd(limit: 16 << 20) else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }
}
