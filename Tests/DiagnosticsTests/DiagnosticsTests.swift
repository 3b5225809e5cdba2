import Testing

@testable import Diagnostics

@Suite struct DiagnosticsTests {}
