// swift-tools-version: 6.1
import PackageDescription

/// One room of the house: a library target beside its own tests.
func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []
) -> Target {
  .target(name: name, dependencies: dependencies, plugins: plugins)
}

func tests(_ room: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(name: "\(room)Tests", dependencies: [.init(stringLiteral: room)] + dependencies)
}

/// Whether the program is to carry every library: see `make static`.
let isStatic = Context.environment["OFFPRINT_STATIC"] != nil

let package = Package(
  name: "Offprint",
  products: [.executable(name: "offprint", targets: ["OffprintCommand"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(name: "CCmarkGFM", pkgConfig: "libcmark-gfm"),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CExpat", pkgConfig: "expat"),
    .systemLibrary(name: "CSnowball"),
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib"),

    .target(name: "CLanes"),
    .target(name: "CMarkdownMemory"),

    room("Diagnostics", ["Text"]),
    room("Parallel"),
    room("Archive", ["CZlib"]),
    room("Text", ["CSnowball", "CXXHash"]),
    room("TeX", ["Text"]),
    room("Papers", ["CExpat", "CZlib", "Diagnostics", "Parallel", "Text", "TeX"]),
    room("Topics", ["CLanes", "Papers", "Parallel", "Text"]),
    room("Search", ["Parallel", "Text"]),
    room("Mustache", ["Diagnostics", "Text"]),
    room("Planning", ["Diagnostics", "Papers", "Text", "Topics"]),
    room(
      "Pages",
      [
        "Archive", "CCmarkGFM", "CMarkdownMemory", "Diagnostics", "Mustache", "Papers", "Parallel", "Planning", "TeX",
        "Text", "Topics",
      ]),
    room("Publishing", ["CLinux", "Diagnostics", "Papers", "Parallel", "Planning", "Text", "Topics"]),
    room("Theme", plugins: ["EmbedThemePlugin"]),
    room(
      "Offprint",
      [
        "Diagnostics", "Pages", "Papers", "Parallel", "Planning", "Publishing", "Search", "TeX", "Text", "Theme",
        "Topics",
        "Yams",
      ]),
    room(
      "Preview",
      ["Diagnostics", "Offprint", "Publishing", "Text", .product(name: "FlyingSocks", package: "FlyingFox")]),
    .executableTarget(
      name: "OffprintCommand",
      dependencies: [
        "CLinux", "Diagnostics", "Offprint", "Preview", "Publishing", "Text",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      // The linker that comes with Swift: quicker than the system's, and silent about functions that Foundation
      // has and nobody calls.
      linkerSettings: [.unsafeFlags(["-use-ld=lld"] + (isStatic ? ["-static-executable"] : []))]),

    .executableTarget(
      name: "BenchmarkRendering", dependencies: ["Mustache", "Pages", "TeX", "Text"], path: "Benchmarks/Rendering"),
    .executableTarget(
      name: "BenchmarkAnalysis",
      dependencies: [
        "Papers", "Parallel", "Text", "Topics", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Benchmarks/Analysis"),
    .executableTarget(name: "BenchmarkSearch", dependencies: ["Search", "Text"], path: "Benchmarks/Search"),

    .executableTarget(
      name: "BenchmarkMutations", dependencies: ["Diagnostics", "Papers"], path: "Benchmarks/Mutations"),

    .executableTarget(name: "EmbedTheme"),
    .plugin(name: "EmbedThemePlugin", capability: .buildTool(), dependencies: ["EmbedTheme"]),

    tests("Diagnostics"),
    tests("Parallel"),
    tests("Archive"),
    tests("Text"),
    tests("TeX"),
    tests("Papers", ["CZlib"]),
    tests("Topics"),
    tests("Search"),
    tests("Mustache"),
    tests("Planning"),
    tests("Pages", ["Theme"]),
    tests("Publishing"),
    tests("Offprint"),
    tests("Preview", ["Offprint"]),
  ],
  swiftLanguageModes: [.v6]
)

// The fuzzers need libFuzzer's runtime, which an ordinary build has no use for: see Fuzzing/run.
if Context.environment["OFFPRINT_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CFuzzer", path: "Fuzzing/Driver"),
    .executableTarget(
      name: "OffprintFuzz", dependencies: ["CFuzzer", "Diagnostics", "Mustache", "Papers", "Parallel", "TeX", "Text"],
      path: "Fuzzing/Targets"),
  ]
}
