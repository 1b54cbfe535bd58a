internal import CNcurses
internal import System

/// Gathers what curses sends for a frame, so that it goes out in one write.
///
/// curses writes to its descriptor whenever it has moved the cursor, and each write to a terminal wakes the
/// other end. While a frame is drawn, the descriptor leads to a file in memory instead.
struct Galley {
  /// The descriptor for curses; it leads to the terminal except while a frame is gathered.
  let descriptor: Descriptor
  private let terminal: Int32
  /// Where a frame is gathered; nil if the system has no such files, or they may not grow here.
  private let memory: Descriptor?
  private var bytes: [UInt8] = []

  /// The largest frame whose room is kept for the next one, in bytes.
  private static let kept = 65_536
  /// More than any frame takes: 1,000 by 500 cells, each with a style of its own.
  private static let largest = 64 << 20

  /// Prepares a descriptor that leads to a terminal.
  ///
  /// - Throws: if there are no more descriptors.
  init(terminal: Int32) throws(SystemError) {
    self.terminal = terminal
    descriptor = try Descriptor(borrowing: terminal).duplicate()
    memory = Self.newMemory()
  }

  private static func newMemory() -> Descriptor? {
    let number = newsroom_memory_file()
    guard number >= 0 else { return nil }
    let memory = Descriptor(owning: number)
    // A limit on the sizes of files (setrlimit(2)) counts here too.
    guard newsroom_resize(number, largest) == 0, newsroom_resize(number, 0) == 0 else { return nil }
    return memory
  }

  /// Draws a frame with curses.
  ///
  /// - Returns: what curses sent; nothing if it had to go to the terminal at once.
  mutating func gather(_ draw: () -> Void) -> ArraySlice<UInt8> {
    guard let memory, newsroom_lead(descriptor.number, memory.number) >= 0 else {
      draw()
      return []
    }
    memory.seek(to: 0)
    draw()
    _ = newsroom_lead(descriptor.number, terminal)
    let count = max(0, newsroom_position(memory.number))
    if bytes.count < count { bytes = [UInt8](repeating: 0, count: max(4_096, count)) }
    let got = (try? memory.read(into: &bytes, at: 0, atMost: count)) ?? 0
    defer { if count > Self.kept { clear() } }
    return bytes[..<got]
  }

  private mutating func clear() {
    bytes = []
    if let memory { _ = newsroom_resize(memory.number, 0) }
  }
}
