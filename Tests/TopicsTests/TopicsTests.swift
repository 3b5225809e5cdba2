import Testing

@testable import Topics

@Suite struct TopicsTests {}
