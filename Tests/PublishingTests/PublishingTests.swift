import Testing

@testable import Publishing

@Suite struct PublishingTests {}
