internal import Glibc

/// Reports changes of folders and files: inotify(7).
public final class Inotify: Sendable {
  /// What can happen, and options of a watch.
  public struct Events: OptionSet, Sendable {
    /// The mask of inotify(7).
    public let rawValue: UInt32
    /// Takes a mask.
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    private init(_ mask: Int) { rawValue = UInt32(truncatingIfNeeded: mask) }

    /// A file that was open for writing was closed.
    public static let written = Events(Int(IN_CLOSE_WRITE))
    /// Something left a folder by renaming.
    public static let movedFrom = Events(Int(IN_MOVED_FROM))
    /// Something came into a folder by renaming.
    public static let movedTo = Events(Int(IN_MOVED_TO))
    /// Something was created in a folder.
    public static let made = Events(Int(IN_CREATE))
    /// Something was deleted from a folder.
    public static let removed = Events(Int(IN_DELETE))
    /// The watched file or folder was deleted.
    public static let selfRemoved = Events(Int(IN_DELETE_SELF))
    /// The watched file or folder was moved.
    public static let selfMoved = Events(Int(IN_MOVE_SELF))
    /// For a watch: only folders, no links, nothing about files that are already deleted.
    public static let foldersOnly = Events(Int(IN_ONLYDIR) | Int(IN_DONT_FOLLOW) | Int(IN_EXCL_UNLINK))
    /// The event is about a folder.
    public static let isFolder = Events(Int(IN_ISDIR))
    /// Events were lost.
    public static let overflow = Events(Int(IN_Q_OVERFLOW))
    /// The watch has ended.
    public static let ended = Events(Int(IN_IGNORED))
  }

  /// Identifies a watch.
  public struct Watch: Hashable, Sendable {
    fileprivate var number: Int32
  }

  /// One event.
  public struct Event: Sendable {
    /// The watch that saw it.
    public var watch: Watch
    /// What happened.
    public var events: Events
    /// The name inside the watched folder; "" for the folder itself.
    public var name: String
  }

  private let descriptor: Descriptor

  /// Opens an inotify instance; each user may have only a limited number.
  public init() throws(SystemError) {
    let number = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard number >= 0 else { throw .last }
    descriptor = Descriptor(owning: number)
  }

  /// The descriptor to poll.
  public var number: Int32 { descriptor.number }

  /// Watches a file or folder.
  public func watch(_ path: String, for events: Events) throws(SystemError) -> Watch {
    let number = inotify_add_watch(descriptor.number, path, events.rawValue)
    guard number >= 0 else { throw .last }
    return Watch(number: number)
  }

  /// Takes waiting events without blocking; empty if there are none.
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
