internal import CSandbox
internal import Glibc

/// Rights that a process gives up for good, before it reads anything that strangers wrote.
///
/// Landlock (landlock(7)) leaves it the files at the places named here, a filter of system calls (seccomp(2))
/// denies programs, processes, sockets and tracing, and limits bound its memory and its files. What the
/// kernel does not offer is left out, and `Report` says so.
public struct Sandbox: Sendable {
  /// What took effect.
  public struct Report: Hashable, Sendable {
    /// The version of Landlock in force; 0 for none.
    public var landlock = 0
    /// Whether the filter of system calls is in force.
    public var filtersCalls = false
    /// What is missing, as sentences without a full stop.
    public var missing: [String] = []

    /// Whether everything is in force.
    public var isWhole: Bool { missing.isEmpty }
  }

  /// Files, or folders with everything below them, that may be read.
  public var readable: [String]
  /// Those in which files may also be made, written and deleted.
  public var writable: [String]
  /// Terminals that may be opened and controlled.
  public var terminals: [String]
  /// The most bytes of address space; nil for no limit.
  public var memory: Int?
  /// The most bytes of a file that is written; nil for no limit.
  public var fileSize: Int?
  /// The most seconds of processor time; nil for no limit.
  public var processorTime: Int?

  /// A sandbox without limits.
  public init(readable: [String] = [], writable: [String] = [], terminals: [String] = []) {
    (self.readable, self.writable, self.terminals) = (readable, writable, terminals)
  }

  /// What any program of this kind reads of the system: descriptions of terminals, locales, time zones,
  /// hyphenation, libraries that are opened late, and what the kernel says of processes.
  ///
  /// libdispatch reads `/proc/TID/stat` of its threads, whose numbers can't be known in advance, and ends the
  /// program if it can't. The memory of others stays closed, and those in a sandbox close their environment
  /// too.
  public static let system = [
    "/etc/terminfo", "/lib/terminfo", "/usr/lib/terminfo", "/usr/share/terminfo", "/usr/local/share/terminfo",
    "/usr/lib/locale", "/usr/share/locale", "/etc/ld.so.cache", "/usr/lib/x86_64-linux-gnu",
    "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/etc/localtime", "/usr/share/zoneinfo",
    "/usr/share/hyphen", "/proc",
    "/sys/devices/system/cpu", "/sys/fs/cgroup", "/dev/null", "/dev/urandom",
  ]

  /// The version of Landlock that the kernel offers; 0 for none.
  public static var landlockOffered: Int { Int(newsroom_landlock_version()) }

  /// Whether the kernel takes filters of system calls.
  public static var filterOffered: Bool { newsroom_seccomp_offered() }

  /// Gives up the rights; call it before any other thread starts.
  public func enter() -> Report {
    var report = Report()
    setLimits()
    newsroom_hide()
    let refusal = newsroom_no_new_privileges()
    guard refusal == 0 else {
      report.missing = [
        "the kernel does not let a process refuse new rights: \(SystemError(number: refusal))"
      ]
      return report
    }
    let places =
      readable.map { ($0, NEWSROOM_READ) } + writable.map { ($0, NEWSROOM_WRITE) }
      + terminals.map { ($0, NEWSROOM_TERMINAL) }
    let failure = Self.confine(to: places)
    if failure == 0 {
      report.landlock = Self.landlockOffered
    } else {
      report.missing.append("files can't be locked (Landlock): \(SystemError(number: failure))")
    }
    let filter = newsroom_seccomp()
    if filter == 0 {
      report.filtersCalls = true
    } else {
      report.missing.append("system calls can't be filtered (seccomp): \(SystemError(number: filter))")
    }
    return report
  }

  private static func confine(to places: [(path: String, rights: newsroom_rights)]) -> Int32 {
    let names = places.map { strdup($0.path) }
    defer { for name in names { free(name) } }
    let rows = zip(names, places).map { newsroom_place(path: UnsafePointer($0), rights: $1.rights) }
    return newsroom_landlock(rows, rows.count)
  }

  private func setLimits() {
    // A core would hold what strangers read.
    Self.limit(RLIMIT_CORE, to: 0)
    if let memory { Self.limit(RLIMIT_AS, to: memory) }
    if let fileSize { Self.limit(RLIMIT_FSIZE, to: fileSize) }
    if let processorTime { Self.limit(RLIMIT_CPU, to: processorTime) }
  }

  /// Lowers a limit for good, but never raises one.
  private static func limit(_ resource: __rlimit_resource, to most: Int) {
    let number = __rlimit_resource_t(resource.rawValue)
    var limit = rlimit()
    guard getrlimit(number, &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_cur, rlim_t(most))
    limit.rlim_max = min(limit.rlim_max, rlim_t(most))
    setrlimit(number, &limit)
  }
}

extension ThisProcess {
  /// Does something in a child process, and waits for it; only for a process that has one thread.
  ///
  /// - Returns: the child's exit status, 128 and more for a signal; nil if there is no child.
  public static func inChild(_ work: () -> Int32) -> Int32? {
    let child = newsroom_fork()
    guard child >= 0 else { return nil }
    if child == 0 { Glibc.exit(work()) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// Sends a signal to this thread, as a crash does.
  public static func crash(by signal: Int32) { raise(signal) }

  /// Asks this process to end, as kill(1) does.
  public static func askToEnd() { kill(getpid(), SIGTERM) }
}
