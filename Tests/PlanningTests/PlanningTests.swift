import Testing

@testable import Planning

@Suite struct PlanningTests {}
