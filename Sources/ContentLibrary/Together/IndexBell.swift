internal import Dispatch
internal import Glibc

/// A file beside the index that is written to whenever the index has changed: other processes watch it, and sleep.
struct IndexBell {
  /// Why it rings.
  enum Ring: UInt8 {
    /// A refresh is under way and has written some of it.
    case more = 0x6D
    /// A refresh is done.
    case done = 0x64
  }

  private let path: String

  init(indexPath: String) {
    path = indexPath + ".bell"
  }

  /// Rings; where the file can't be written, nobody hears it.
  func ring(_ ring: Ring) {
    guard path != ":memory:.bell" else { return }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return }
    var sign = ring.rawValue
    _ = pwrite(descriptor, &sign, 1, 0)
    close(descriptor)
  }

  /// Makes the file where there is none.
  func hang() {
    let descriptor = open(path, O_RDONLY | O_CREAT | O_CLOEXEC, 0o644)
    if descriptor >= 0 { close(descriptor) }
  }

  /// Why it rang last.
  var last: Ring? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var sign: UInt8 = 0
    return read(descriptor, &sign, 1) == 1 ? Ring(rawValue: sign) : nil
  }
}

/// Tells a process that only reads when the index has changed.
///
/// By inotify(7) on the folder of the index, so that nothing runs while nothing happens.
public final class IndexNews: Sendable {
  /// While a refresh is under way its steps are told so often, in milliseconds: of hundreds of readers each takes a little
  /// from the one that writes.
  private static let pause: Int32 = 5_000

  private let stopPipe: (read: Int32, write: Int32)

  /// Begins to listen; nil where the system does not tell of changes there.
  ///
  /// - Parameter changed: called on a thread of its own, never twice at once.
  public init?(_ library: Library, changed: @escaping @Sendable () -> Void) {
    let descriptor = inotify_init1(O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    // A bell stays the same file; a shared copy is replaced, which its folder tells.
    let (folder, name) = library.sharedPath.map(Self.parts) ?? (library.indexPath + ".bell", "")
    if library.sharedPath == nil { IndexBell(indexPath: library.indexPath).hang() }
    guard inotify_add_watch(descriptor, folder, UInt32(IN_CLOSE_WRITE | IN_MOVED_TO)) >= 0 else {
      close(descriptor)
      return nil
    }
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    stopPipe = (ends[0], ends[1])
    let stop = stopPipe.read
    let bell = library.sharedPath == nil ? IndexBell(indexPath: library.indexPath) : nil
    DispatchQueue(label: "newsroom.news", qos: .utility).async {
      Self.run(descriptor, name: name, stop: stop, bell: bell, changed: changed)
      close(descriptor)
      close(stop)
    }
  }

  deinit { close(stopPipe.write) }

  private static func parts(of path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (
      slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...])
    )
  }

  private static func run(
    _ descriptor: Int32, name: String, stop: Int32, bell: IndexBell?, changed: () -> Void
  ) {
    var isWaiting = false
    while true {
      var watched = [
        pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&watched, 2, isWaiting ? pause : -1)
      if count < 0, errno != EINTR { return }
      if watched[0].revents != 0 { return }
      if count == 0 {
        isWaiting = false
        changed()
      } else if watched[1].revents != 0, InotifyEvents(descriptor).contains(where: { $0.name == name }) {
        if bell?.last == .more {
          isWaiting = true
        } else {
          isWaiting = false
          changed()
        }
      }
    }
  }
}
