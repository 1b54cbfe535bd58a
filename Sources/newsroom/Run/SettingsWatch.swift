internal import Dispatch
internal import Messages
internal import NewsroomUI
internal import Synchronization
internal import System

/// Watches newsroom.toml, and has it read again when it is saved.
///
/// Its folder is watched, because editors replace a file rather than write into it. Without a folder, or
/// without watches left, the settings hold until the next start.
final class SettingsWatch {
  private let source: any DispatchSourceRead

  /// - Parameter changed: called with the settings, on another thread, once the text is different.
  init?(path: String, changed: @escaping @Sendable (Settings) -> Void) {
    guard let inotify = try? Inotify(),
      (try? inotify.watch(Paths.folder(of: path), for: [.written, .movedTo, .removed])) != nil
    else { return nil }
    let name = Paths.name(of: path)
    let text = Mutex(try? Self.text(path).get())
    source = DispatchSource.makeReadSource(
      fileDescriptor: inotify.number, queue: DispatchQueue(label: "newsroom.settings"))
    source.setEventHandler {
      guard inotify.take().contains(where: { $0.name == name }) else { return }
      let new = Self.text(path)
      let isOther = text.withLock { old in
        let said = try? new.get()
        defer { old = said }
        return old != said
      }
      if isOther { changed(Settings.read(path) { () throws(SmallFile.Failure) in try new.get() }) }
    }
    source.resume()
  }

  deinit { source.cancel() }

  private static func text(_ path: String) -> Result<String?, SmallFile.Failure> {
    Result { () throws(SmallFile.Failure) in try SmallFile(path).readText() }
  }
}

extension Settings {
  /// The event that they were read again: broken ones change nothing.
  var news: Event {
    let more = notices.count - 1
    let told: Phrase? = notices.first.map {
      more > 0 ? "\($0.short) (and \(more) more: `newsroom config check`)" : $0.short
    }
    if let told, notices.contains(where: \.isFault) {
      return .settings(nil, "The settings from before hold. \(told)")
    }
    return .settings(preferences(), told ?? "The settings were read again.")
  }
}
