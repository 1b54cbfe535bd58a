internal import Messages
internal import Stories

// Other libraries, by the names that newsroom.toml gives them.
extension State {
  /// Lists them; the open one is told.
  mutating func chooseLibrary() -> [Effect] {
    guard !libraries.isEmpty else {
      message = Message(text: "No libraries are named: see newsroom.toml(5).")
      return []
    }
    let items = libraries.map { name in
      name == ownLibrary
        ? Chooser.Item(title: name, detail: .words(catalogue["open", as: "state"]), choice: .nothing)
        : Chooser.Item(title: name, choice: .library(name))
    }
    let index = ownLibrary.flatMap { libraries.firstIndex(of: $0) } ?? 0
    open(.picker(Chooser(title: "Libraries", items: items, index: index)))
    return []
  }
}
