internal import Glibc

/// What the system tells of folders and files: inotify(7).
public final class Inotify: Sendable {
  /// What can happen, and what can be said of it.
  public struct Events: OptionSet, Sendable {
    /// The mask of inotify(7).
    public let rawValue: UInt32
    /// Takes a mask of inotify(7).
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    private init(_ mask: Int) { rawValue = UInt32(truncatingIfNeeded: mask) }

    /// A file that was open for writing was closed.
    public static let written = Events(Int(IN_CLOSE_WRITE))
    /// Something left a folder under its name.
    public static let movedFrom = Events(Int(IN_MOVED_FROM))
    /// Something came into a folder.
    public static let movedTo = Events(Int(IN_MOVED_TO))
    /// Something was made in a folder.
    public static let made = Events(Int(IN_CREATE))
    /// Something was taken away from a folder.
    public static let removed = Events(Int(IN_DELETE))
    /// The watched thing itself was taken away.
    public static let selfRemoved = Events(Int(IN_DELETE_SELF))
    /// The watched thing itself was moved.
    public static let selfMoved = Events(Int(IN_MOVE_SELF))
    /// For a watch: folders alone, no links, nothing of files that are gone already.
    public static let foldersOnly = Events(Int(IN_ONLYDIR) | Int(IN_DONT_FOLLOW) | Int(IN_EXCL_UNLINK))
    /// It is about a folder.
    public static let isFolder = Events(Int(IN_ISDIR))
    /// More happened than could be told.
    public static let overflow = Events(Int(IN_Q_OVERFLOW))
    /// The watch is no more.
    public static let ended = Events(Int(IN_IGNORED))
  }

  /// Which of the watches.
  public struct Watch: Hashable, Sendable {
    fileprivate var number: Int32
  }

  /// One thing that happened.
  public struct Event: Sendable {
    /// By which watch it is known.
    public var watch: Watch
    /// What happened.
    public var events: Events
    /// The name of what it happened to, in the folder that is watched; "" for the folder itself.
    public var name: String
  }

  private let descriptor: Descriptor

  /// Opens what the events come from; a user has only so many of them.
  public init() throws(SystemError) {
    let number = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard number >= 0 else { throw .last }
    descriptor = Descriptor(owning: number)
  }

  /// What can be read when something has happened.
  public var number: Int32 { descriptor.number }

  /// Watches a file or folder.
  public func watch(_ path: String, for events: Events) throws(SystemError) -> Watch {
    let number = inotify_add_watch(descriptor.number, path, events.rawValue)
    guard number >= 0 else { throw .last }
    return Watch(number: number)
  }

  /// Takes some of what there is, without waiting; nothing when there is nothing.
  public func take() -> [Event] {
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    guard let count = try? descriptor.read(into: &buffer), count > 0 else { return [] }
    var found: [Event] = []
    buffer.withUnsafeBytes { bytes in
      var offset = 0
      while offset + MemoryLayout<inotify_event>.size <= count {
        let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        let start = offset + MemoryLayout<inotify_event>.size
        let end = min(start + Int(event.len), count)
        let name = String(decoding: bytes[start..<end].prefix { $0 != 0 }, as: UTF8.self)
        found.append(Event(watch: Watch(number: event.wd), events: Events(rawValue: event.mask), name: name))
        offset = end
      }
    }
    return found
  }
}
