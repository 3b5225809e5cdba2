import Testing

@testable import TeX

@Suite struct TeXTests {}
