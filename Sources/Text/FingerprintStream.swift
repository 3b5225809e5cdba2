import CXXHash

/// The fingerprint of bytes that come piece by piece: the same as that of all of them at once.
public struct FingerprintStream: ~Copyable {
  /// Nil where there was no memory; `result` is nil then.
  private let state: OpaquePointer?

  public init() {
    state = XXH3_createState()
    if let state { XXH3_128bits_reset(state) }
  }

  public mutating func add(_ bytes: [UInt8]) {
    guard let state else { return }
    bytes.withUnsafeBytes { _ = XXH3_128bits_update(state, $0.baseAddress, $0.count) }
  }

  /// The fingerprint of everything added so far.
  public var result: Fingerprint? {
    guard let state else { return nil }
    let hash = XXH3_128bits_digest(state)
    return Fingerprint(high: hash.high64, low: hash.low64)
  }

  deinit { XXH3_freeState(state) }
}
