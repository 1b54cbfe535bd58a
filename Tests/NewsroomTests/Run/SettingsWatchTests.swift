import Foundation
import NewsroomUI
import Synchronization
import TestSupport
import Testing

@testable import newsroom

/// That newsroom.toml is read again when it is saved.
@Suite struct SettingsWatchTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// The settings that were heard of, in order.
  private final class Heard: Sendable {
    let all = Mutex<[Settings]>([])
    var count: Int { all.withLock(\.count) }
    func wait(for count: Int) -> Bool {
      for _ in 0..<500 where self.count < count { Thread.sleep(forTimeInterval: 0.02) }
      return self.count >= count
    }
    var last: Settings? { all.withLock(\.last) }
  }

  @Test func aSaveIsHeardHoweverItIsMade() throws {
    let path = try folder.write("newsroom.toml", text: "theme = \"mono\"\n")
    let heard = Heard()
    let watch = try #require(
      SettingsWatch(path: path) { settings in heard.all.withLock { $0.append(settings) } })
    try withExtendedLifetime(watch) {
      try folder.write("newsroom.toml", text: "theme = \"low-blue\"\nmeasure = 50\n")
      #expect(heard.wait(for: 1))
      #expect(heard.last?.theme == "low-blue" && heard.last?.measure == 50)
      // As vim does: a new file takes the place of the old one.
      let other = try folder.write("newsroom.toml~", text: "[keys]\npreset = \"vim\"\n")
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.moveItem(atPath: other, toPath: path)
      for _ in 0..<500 where heard.last?.keys.count != 1 { Thread.sleep(forTimeInterval: 0.02) }
      #expect(heard.last?.keys.first?.value == "\"vim\"")
      // Another file, and the same text once more, are no news.
      let before = heard.count
      try folder.write("searches.toml", text: "x = 1\n")
      try FileManager.default.copyItem(atPath: path, toPath: other)
      #expect(rename(other, path) == 0)
      Thread.sleep(forTimeInterval: 0.1)
      #expect(heard.count == before)
      try folder.write("newsroom.toml", text: "theme = mono\n")
      // It may also be seen while it is half written.
      for _ in 0..<500 where heard.last?.notices.first?.isFault != true {
        Thread.sleep(forTimeInterval: 0.02)
      }
      #expect(heard.last?.notices.first?.isFault == true)
    }
  }

  @Test func aBrokenFileChangesNothing() throws {
    let broken = Settings.read(try folder.write("newsroom.toml", text: "measure = 50\ntheme = mono\n"))
    guard case .settings(nil, let words) = broken.news else { return #expect(Bool(false)) }
    #expect("\(words)".hasPrefix("The settings from before hold. newsroom.toml:2:9: "))
    let whole = Settings.read(try folder.write("newsroom.toml", text: "measure = 50\n[keys]\nM = \"hlep\"\n"))
    guard case .settings(let preferences?, let told) = whole.news else { return #expect(Bool(false)) }
    #expect(preferences.measure == 50 && "\(told)".contains("no command “hlep”"))
  }

  @Test func withoutAFolderNothingIsWatched() {
    #expect(SettingsWatch(path: folder.file("none/newsroom.toml")) { _ in } == nil)
  }
}
