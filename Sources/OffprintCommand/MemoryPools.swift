import CLinux

/// The system's pools of memory.
enum MemoryPools {
  /// Allows one pool for every two processors, in place of eight for each.
  ///
  /// What one thread gives back the next one can then use: at 50,000 papers on two processors pages had added 33 MB
  /// to the peak, and add nothing so.
  static func limit() { _ = mallopt(Int32(CLINUX_M_ARENA_MAX), Int32(max(1, Processors.count / 2))) }
}
