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
/// By inotify(7) on the bell, or on the folder of a shared copy, so that nothing runs while nothing happens. A user has only so
/// many inotify instances (128 as a rule): readers beyond look every few seconds.
public final class IndexNews: Sendable {
  /// While a refresh is under way its steps are told so often, in milliseconds: of hundreds of readers each takes a little
  /// from the one that writes.
  private static let pause: Int32 = 5_000
  /// How often is looked where the system does not tell, in milliseconds.
  private static let period: Int32 = 3_000

  private let stopPipe: (read: Int32, write: Int32)

  /// Begins to listen.
  ///
  /// - Parameter changed: called on a thread of its own, never twice at once.
  public convenience init(_ library: Library, changed: @escaping @Sendable () -> Void) {
    self.init(library, isTold: true, period: Self.period, changed: changed)
  }

  /// - Parameters:
  ///   - isTold: false to look as if the system did not tell.
  ///   - period: how often to look then, in milliseconds.
  init(_ library: Library, isTold: Bool, period: Int32, changed: @escaping @Sendable () -> Void) {
    let bell = IndexBell(indexPath: library.indexPath)
    if library.sharedPath == nil { bell.hang() }
    // A bell stays the same file; a shared copy is replaced, which its folder tells.
    let path = library.sharedPath ?? library.indexPath + ".bell"
    let (folder, name) = library.sharedPath.map(Self.parts) ?? (path, "")
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    stopPipe = (ends[0], ends[1])
    let ear = Ear(
      inotify: isTold ? Self.inotify(on: folder) : -1, period: period, stop: stopPipe.read, name: name,
      path: path,
      bell: library.sharedPath == nil ? bell : nil)
    DispatchQueue(label: "newsroom.news", qos: .utility).async { [weak library] in
      ear.listen {
        library?.forgetSearches()
        changed()
      }
    }
  }

  deinit { close(stopPipe.write) }

  /// A watch on a file or folder; -1 where there is none to be had.
  private static func inotify(on path: String) -> Int32 {
    let descriptor = inotify_init1(O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return -1 }
    guard inotify_add_watch(descriptor, path, UInt32(IN_CLOSE_WRITE | IN_MOVED_TO)) >= 0 else {
      close(descriptor)
      return -1
    }
    return descriptor
  }

  private static func parts(of path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    return (
      slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...])
    )
  }

  private struct Ear {
    let inotify: Int32
    let period: Int32
    let stop: Int32
    let name: String
    let path: String
    let bell: IndexBell?

    func listen(_ changed: () -> Void) {
      defer {
        if inotify >= 0 { close(inotify) }
        close(stop)
      }
      var isWaiting = false
      var sight = Sight(path)
      while true {
        var watched = [
          pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
          pollfd(fd: inotify, events: Int16(POLLIN), revents: 0),
        ]
        let count = poll(&watched, 2, isWaiting ? IndexNews.pause : inotify < 0 ? period : -1)
        if count < 0, errno != EINTR { return }
        if watched[0].revents != 0 { return }
        if count == 0, isWaiting {
          isWaiting = false
          changed()
        } else if inotify < 0 {
          let now = Sight(path)
          if now != sight { (isWaiting, sight) = (heard(changed), now) }
        } else if watched[1].revents != 0, InotifyEvents(inotify).contains(where: { $0.name == name }) {
          isWaiting = heard(changed)
        }
      }
    }

    /// Tells what is done; what is under way is to be told later.
    private func heard(_ changed: () -> Void) -> Bool {
      if bell?.last == .more { return true }
      changed()
      return false
    }
  }

  /// What a file looks like from outside: another one, or one that was written to, looks otherwise.
  private struct Sight: Equatable {
    var file: UInt = 0
    var modified: Int64 = 0

    init(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return }
      (file, modified) = (UInt(status.st_ino), status.modified)
    }
  }
}
