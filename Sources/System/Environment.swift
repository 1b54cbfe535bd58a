internal import Glibc

/// The program's environment variables; an empty one counts as unset.
public enum Environment {
  /// Replaces the whole environment in tests of one part.
  @TaskLocal public static var replacement: [String: String]?

  /// A variable's value.
  public static subscript(name: String) -> String? {
    if let replacement { return replacement[name].flatMap { $0.isEmpty ? nil : $0 } }
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// The person's home folder, never one that others can write to.
  ///
  /// Without one, a path at which nothing can be created.
  public static var home: String {
    if let home = self["HOME"], home.hasPrefix("/") { return home }
    guard let entry = getpwuid(geteuid()), let home = entry.pointee.pw_dir else { return "/dev/null" }
    return String(cString: home)
  }

  /// Sets a variable; only before any thread starts.
  public static func set(_ name: String, to value: String) { setenv(name, value, 1) }

  /// Whether the process has one of these variables, which libraries in C would read.
  public static func hasAny(of names: [String]) -> Bool { names.contains { getenv($0) != nil } }

  /// Runs `work` with other variables; only before any thread reads the environment.
  public static func with<Value>(_ variables: [(name: String, value: String)], _ work: () -> Value) -> Value {
    let before = variables.map { ($0.name, getenv($0.name).map { String(cString: $0) }) }
    for (name, value) in variables { setenv(name, value, 1) }
    defer {
      for (name, value) in before { if let value { setenv(name, value, 1) } else { unsetenv(name) } }
    }
    return work()
  }

  /// Removes every variable but those of these names whose values satisfy a test; only before any thread
  /// starts.
  public static func keepOnly(_ names: [String], if isSound: (_ name: String, _ value: String) -> Bool) {
    let kept = names.compactMap { name in self[name].map { (name, $0) } }.filter(isSound)
    clearenv()
    for (name, value) in kept { setenv(name, value, 1) }
  }
}
