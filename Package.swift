// swift-tools-version: 6.2
import PackageDescription

// A released program holds Swift's own libraries: it runs where no Swift is installed, starts sooner, and spends less
// on counting references.
let selfContained = BuildSettingCondition.when(platforms: [.linux], configuration: .release)
let linked: [LinkerSetting] = [.unsafeFlags(["-static-stdlib", "-use-ld=lld"], selfContained)]

// A plain `swift build` leaves the dependencies unoptimised (swift-syntax alone takes ten processor minutes
// otherwise) and optimises Trama itself, because cells run ten times slower without. `-c release` optimises all.
// Accesses are checked for overlaps in the debug configuration, which the tests run in, and not in the other.
let optimised: [SwiftSetting] = [
  .unsafeFlags(["-O"], .when(configuration: .debug)),
  .unsafeFlags(
    ["-enforce-exclusivity=unchecked", "-cross-module-optimization"], .when(configuration: .release)),
  .unsafeFlags(["-static-stdlib"], selfContained),
]
let optimisedC: [CSetting] = [.unsafeFlags(["-O2", "-ffp-contract=off"])]

let package = Package(
  name: "trama",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "trama", targets: ["trama"]),
    .executable(name: "Benchmarks", targets: ["Benchmarks"]),
  ],
  dependencies: [
    .package(url: "https://github.com/swiftlang/swift-syntax", exact: "603.0.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .executableTarget(
      name: "trama", dependencies: ["Commands"], swiftSettings: optimised, linkerSettings: linked),
    .executableTarget(
      name: "Benchmarks", dependencies: ["Diagnostics", "Formula", "Lesson", "Session"],
      resources: [
        .embedInCode("Lessons/original.md"), .embedInCode("Peers/lesson.txt"),
        .embedInCode("Peers/notebook.py"),
      ],
      swiftSettings: optimised, linkerSettings: linked),
    .target(
      name: "Commands",
      dependencies: [
        "Diagnostics", "Graphics", "Lesson", "Session", "Weave",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: optimised),
    .target(
      name: "Weave",
      dependencies: [
        "Compiler", "Diagnostics", "Formula", "Graphics", "Lesson", "Session",
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "SwiftIDEUtils", package: "swift-syntax"),
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
      ],
      resources: [
        .embedInCode("Resources/catalogue.mustache"), .embedInCode("Resources/frame.mustache"),
        .embedInCode("Resources/home.mustache"), .embedInCode("Resources/icon.svg"),
        .embedInCode("Resources/lesson.mustache"),
        .embedInCode("Resources/missing.mustache"), .embedInCode("Resources/redirect.mustache"),
        .embedInCode("Resources/search.js"), .embedInCode("Resources/search.mustache"),
        .embedInCode("Resources/trama.css"), .embedInCode("Resources/trama.js"),
      ], swiftSettings: optimised),
    .target(
      name: "Session",
      dependencies: [
        "CMachine", "Compiler", "Diagnostics", "Formula", "Graphics", "Lesson", "VirtualMachine",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: optimised),
    .target(name: "Graphics", swiftSettings: optimised),
    .target(name: "Formula", dependencies: ["Diagnostics"], swiftSettings: optimised),
    .target(
      name: "Compiler",
      dependencies: [
        "CMachine", "Diagnostics", "VirtualMachine",
        .product(name: "SwiftOperators", package: "swift-syntax"),
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftParserDiagnostics", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
      ], swiftSettings: optimised),
    .target(name: "VirtualMachine", dependencies: ["CMachine"], swiftSettings: optimised),
    .target(name: "CMachine", cSettings: optimisedC),
    .target(
      name: "Lesson",
      dependencies: ["CCommonMark", "Diagnostics", .product(name: "Yams", package: "Yams")],
      swiftSettings: optimised),
    .systemLibrary(
      name: "CCommonMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .target(name: "Diagnostics", swiftSettings: optimised),

    .testTarget(
      name: "CommandsTests", dependencies: ["Commands", "Diagnostics", "Lesson", "Session", "trama"],
      swiftSettings: optimised),
    .testTarget(
      name: "CompilerTests",
      dependencies: [
        "Compiler", "Diagnostics", "Lesson", "Session", "VirtualMachine",
        .product(name: "SwiftOperators", package: "swift-syntax"),
        .product(name: "SwiftParser", package: "swift-syntax"),
      ],
      exclude: ["Derivatives", "Oracle", "Programs", "Mistakes", "Rejected", "Traps", "Unsupported.txt"],
      swiftSettings: optimised),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: optimised),
    .testTarget(
      name: "FormulaTests", dependencies: ["Formula"], exclude: ["Corpus", "Golden"], swiftSettings: optimised
    ),
    .testTarget(
      name: "GraphicsTests", dependencies: ["Graphics"], exclude: ["Fixtures"], swiftSettings: optimised),
    .testTarget(
      name: "LessonTests", dependencies: ["Diagnostics", "Lesson"], exclude: ["Golden"],
      swiftSettings: optimised),
    .testTarget(
      name: "SessionTests",
      dependencies: [
        "CMachine", "Compiler", "Diagnostics", "Formula", "Graphics", "Lesson", "Session",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      exclude: ["Expected", "Formulas/Lessons"], swiftSettings: optimised),
    .testTarget(
      name: "VirtualMachineTests", dependencies: ["CMachine", "VirtualMachine"], swiftSettings: optimised),
    .testTarget(
      name: "WeaveTests",
      dependencies: [
        "CCommonMark", "Compiler", "Diagnostics", "Formula", "Graphics", "Lesson", "Session", "Weave",
      ],
      exclude: ["Browser/Course", "Goldens"], swiftSettings: optimised),
  ],
  swiftLanguageModes: [.v6]
)
