import Testing

@testable import Parallel

@Suite struct ParallelTests {}
