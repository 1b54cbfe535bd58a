// swift-tools-version: 6.1
import PackageDescription

// The rooms and what they may import; `Tests/HouseTests` compares this with the import lines:
//
//    newsroom
//       ├── ContentLibrary ── StoryFormats ── Words ── Stories
//       │             └────── Database
//       ├── NewsroomUI ────── Typesetting ─── Messages, Screen
//       │                                        └── Words
//       └── Terminal ──────── Screen
//    System (Glibc) is below Words, StoryFormats, ContentLibrary, Terminal and newsroom.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
  name: "newsroom",
  products: [
    .executable(name: "newsroom", targets: ["newsroom"]),
    .library(name: "ContentLibrary", targets: ["ContentLibrary", "Stories"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    .target(name: "Stories", swiftSettings: strict),
    .target(name: "Screen", swiftSettings: strict),
    .target(name: "CSandbox"),
    .target(name: "System", dependencies: ["CSandbox", "CMalloc"], swiftSettings: strict),
    .target(name: "Words", dependencies: ["Stories", "System", "CStemmer"], swiftSettings: strict),
    .target(name: "Messages", dependencies: ["Stories", "Words"], swiftSettings: strict),
    .target(
      name: "StoryFormats",
      dependencies: [
        "Stories", "System", "Words", "CXML", "CHTML", "CMarkdown", "CYAML", "CZip", "TOMLKit",
      ],
      swiftSettings: strict),
    .target(
      name: "Typesetting", dependencies: ["Stories", "Words", "Messages", "Screen", "CHyphen"],
      swiftSettings: strict),
    .target(name: "Database", dependencies: ["CSQLite"], swiftSettings: strict),
    .target(
      name: "ContentLibrary",
      dependencies: ["Stories", "Words", "StoryFormats", "System", "Database", "CZlib", "CZstd"],
      swiftSettings: strict),
    .target(
      name: "NewsroomUI", dependencies: ["Stories", "Words", "Messages", "Screen", "Typesetting"],
      swiftSettings: strict),
    .target(name: "CSignals"),
    .target(
      name: "Terminal", dependencies: ["Screen", "System", "CNcurses", "CSignals"], swiftSettings: strict),
    .executableTarget(
      name: "newsroom",
      dependencies: [
        "Stories", "Words", "Messages", "Screen", "StoryFormats", "Typesetting", "ContentLibrary",
        "NewsroomUI", "System", "Terminal", "TOMLKit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .systemLibrary(name: "CMalloc"),
    .systemLibrary(name: "CNcurses", pkgConfig: "ncursesw", providers: [.apt(["libncurses-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "minizip", providers: [.apt(["libminizip-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CHTML", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
    .systemLibrary(name: "CMarkdown", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CHyphen", providers: [.apt(["libhyphen-dev"])]),
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),

    // What several test suites share: reproducible random texts, stand-ins, scratch folders.
    .target(name: "TestHome", path: "Tests/TestHome"),
    .target(
      name: "TestSupport", dependencies: ["Stories", "TestHome"], path: "Tests/TestSupport",
      swiftSettings: strict),
    // Says what can still be done in the sandbox, from within.
    .executableTarget(
      name: "sandbox-probe", dependencies: ["System"], path: "Tests/SandboxProbe", swiftSettings: strict),
    .testTarget(name: "StoriesTests", dependencies: ["Stories", "Words"], swiftSettings: strict),
    .testTarget(
      name: "WordsTests", dependencies: ["Words", "Stories", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "MessagesTests", dependencies: ["Messages", "Words", "Stories"], swiftSettings: strict),
    .testTarget(name: "ScreenTests", dependencies: ["Screen", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "StoryFormatsTests", dependencies: ["StoryFormats", "Stories", "Words", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "TypesettingTests",
      dependencies: ["Typesetting", "Stories", "Words", "Screen", "TestSupport"],
      exclude: ["LineBreaking/LineBreakTest.txt", "LineBreaking/UNICODE-LICENSE.txt"],
      swiftSettings: strict),
    .testTarget(name: "DatabaseTests", dependencies: ["Database", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ContentLibraryTests",
      dependencies: [
        "ContentLibrary", "Stories", "Words", "StoryFormats", "Screen", "System", "Typesetting",
        "TestSupport", "Database",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "NewsroomUITests",
      dependencies: [
        "NewsroomUI", "Messages", "Stories", "Words", "Screen", "Typesetting", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "SystemTests", dependencies: ["System", "TestSupport", "sandbox-probe"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "Screen", "System", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "HouseTests", dependencies: ["TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "NewsroomTests",
      dependencies: [
        "newsroom", "ContentLibrary", "Messages", "NewsroomUI", "Screen", "Stories", "StoryFormats", "System",
        "TestSupport", "Typesetting", "Words",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// `make fuzz` builds the parsers with libFuzzer's own main; other builds leave this target out.
if Context.environment["NEWSROOM_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["Stories", "StoryFormats", "TestSupport"], path: "Tests/Fuzz",
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}
