import Diagnostics
import Foundation

@testable import Papers

/// Papers that read like those of a real dump.
enum Sample {
  static let titles = [
    "Neural Ordinary Weather Models",
    "Sparse Attention for Long Documents: A Study",
    "Learning to Fold Proteins with Graph Networks",
    "A Survey of Reinforcement Learning in Robotics",
    "Fast Sampling of Diffusion Models",
  ]

  static let abstracts = [
    "Weather models are costly to run. We propose a neural model that learns the flow of the atmosphere from thirty "
      + "years of reanalysis data. In experiments on two benchmarks it is as exact as the numerical model and a "
      + "thousand times faster.",
    "Attention over long documents is quadratic in the number of words. In this paper, we study sparse patterns that "
      + "keep the cost linear. The results show that half of the heads can be made local without any loss. Our code "
      + "is available at https://github.com/example/sparse.",
    "Predicting the structure of a protein from its sequence is a central problem of biology. We introduce a graph "
      + "network that passes messages between residues which are close in space. It improves on earlier methods by "
      + "four points, and it can be trained on a single machine in a day.",
    "Reinforcement learning has become a common tool in robotics. This survey reviews two hundred papers of the last "
      + "ten years and sorts them by the way in which they use a simulator. We find that most of them do not report "
      + "the cost of data, and we give recommendations for future work.",
    "Diffusion models make images of high quality, but sampling from them is slow. We show that the number of steps "
      + "can be cut from a thousand to eight by learning the schedule. The method needs no retraining and works with "
      + "models for images, sound and text.",
  ]

  /// Lines of a clean dump: title, abstract, title, abstract.
  static var lines: [String] { zip(titles, abstracts).flatMap { [$0, $1] } }

  static func gather(_ text: String, file: String = "a.txt") -> (library: Library, diagnostics: [Diagnostic]) {
    Library.gather([InputFile(name: file, text: text)], threads: 1)
  }

  static func gather(_ lines: [String]) -> (library: Library, diagnostics: [Diagnostic]) {
    gather(lines.joined(separator: "\n"))
  }
}

/// The real dumps, where this machine has them.
enum RealDumps {
  static let folder = ProcessInfo.processInfo.environment["OFFPRINT_DUMPS"] ?? "../shared/dumps"

  static var exist: Bool { FileManager.default.fileExists(atPath: folder) }

  static func files() throws -> [InputFile] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted().map {
      InputFile(name: "\(folder)/\($0)", bytes: Array(try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\($0)"))))
    }
  }
}

extension [Diagnostic] {
  /// `id@line` of everything above a note.
  var faults: [String] { filter { $0.severity > .note }.map { "\($0.id)@\($0.position?.line ?? 0)" } }
}
