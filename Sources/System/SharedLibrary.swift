internal import Glibc

/// A library of the system that is opened when it is first needed.
///
/// What a program is linked with is loaded and bound each time it starts. A library that few commands need,
/// and that is slow to load, is better opened late (dlopen(3)).
public struct SharedLibrary: Sendable {
  private let handle: UInt

  /// Opens a library.
  ///
  /// - Parameter name: its name for the dynamic linker, such as `libxml2.so.2`.
  /// - Returns: nil if the system has no such library.
  public init?(_ name: String) {
    guard let opened = dlopen(name, RTLD_NOW | RTLD_LOCAL) else { return nil }
    handle = UInt(bitPattern: opened)
  }

  /// A function of the library; nil if it has none of that name.
  ///
  /// - Parameter type: the function's type in C. A wrong one can't be noticed.
  public func function<Function>(_ name: String, as type: Function.Type) -> Function? {
    precondition(MemoryLayout<Function>.size == MemoryLayout<UnsafeMutableRawPointer>.size)
    return dlsym(UnsafeMutableRawPointer(bitPattern: handle), name)
      .map { unsafeBitCast($0, to: type) }
  }
}
