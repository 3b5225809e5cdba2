import Testing

@testable import Offprint

@Suite struct OffprintTests {}
