import Testing

@testable import Papers

@Suite struct PapersTests {}
