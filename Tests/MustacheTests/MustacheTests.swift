import Testing

@testable import Mustache

@Suite struct MustacheTests {}
