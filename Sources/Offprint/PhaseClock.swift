import Glibc

/// Times the phases of a build.
struct PhaseClock {
  private(set) var phases: [PhaseFigures] = []
  private var last = Moment.now()

  /// Ends the phase that ran since the last call and names it.
  mutating func end(_ name: String) {
    let now = Moment.now()
    phases.append(
      PhaseFigures(
        name: name, wall: now.wall - last.wall, cpu: now.cpu - last.cpu, peakMemory: Self.peakMemory()))
    last = now
  }

  /// Largest resident size of the process so far, in bytes.
  private static func peakMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return Int(usage.ru_maxrss) * 1024
  }

  private struct Moment {
    var wall: Double
    var cpu: Double

    static func now() -> Moment { Moment(wall: seconds(CLOCK_MONOTONIC), cpu: seconds(CLOCK_PROCESS_CPUTIME_ID)) }

    private static func seconds(_ clock: clockid_t) -> Double {
      var time = timespec()
      clock_gettime(clock, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
  }
}

/// What a phase of a build took.
public struct PhaseFigures: Sendable, Equatable {
  public var name: String
  /// Seconds by the clock.
  public var wall: Double
  /// Seconds of all processors together.
  public var cpu: Double
  /// Largest resident size of the process up to the phase's end, in bytes.
  public var peakMemory: Int
}
