internal import Glibc

/// What inotify(7) has told and nobody has read yet.
struct InotifyEvents: Sequence {
  /// One thing that happened in a folder.
  struct Event {
    var watch: Int32
    var mask: UInt32
    var name: String
  }

  private var events: [Event] = []

  /// Takes what there is, without waiting; nothing when there is nothing.
  init(_ descriptor: Int32) {
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    let count = read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return }
    buffer.withUnsafeBytes { bytes in
      var offset = 0
      while offset + MemoryLayout<inotify_event>.size <= count {
        let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        let nameStart = offset + MemoryLayout<inotify_event>.size
        let nameEnd = Swift.min(nameStart + Int(event.len), count)
        let name = String(decoding: bytes[nameStart..<nameEnd].prefix { $0 != 0 }, as: UTF8.self)
        events.append(Event(watch: event.wd, mask: event.mask, name: name))
        offset = nameEnd
      }
    }
  }

  var isEmpty: Bool { events.isEmpty }

  func makeIterator() -> IndexingIterator<[Event]> { events.makeIterator() }
}
