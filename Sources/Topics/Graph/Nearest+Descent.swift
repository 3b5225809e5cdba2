import CLanes
import Parallel

/// Better neighbours from good ones: a neighbour's neighbour is likely a neighbour (NN-descent; Dong, Charikar and
/// Li 2011).
extension Nearest {
  /// Neighbours that are asked, and how many each names.
  private static let most = 12

  /// The same with every relation told at both ends, where it is near enough.
  func mutual(_ slices: Slices) -> Nearest {
    // Who names a paper, by paper.
    var starts = [Int](repeating: 0, count: count + 1)
    for paper in papers where paper >= 0 { starts[Int(paper) + 1] += 1 }
    for paper in 0..<count { starts[paper + 1] += starts[paper] }
    var next = starts
    var places = [Int32](repeating: 0, count: starts[count])
    for (place, paper) in papers.enumerated() where paper >= 0 {
      places[next[Int(paper)]] = Int32(place)
      next[Int(paper)] += 1
    }
    let (ends, named) = (starts, places)
    return rebuilt(slices) { paper, list in
      for place in named[ends[paper]..<ends[paper + 1]] {
        list.offerOnce(Int32(Int(place) / width), similarities[Int(place)])
      }
    }
  }

  /// Compares each paper with the neighbours of its neighbours.
  ///
  /// - Parameter block: the vectors of the papers.
  func askingNeighbours(_ block: DenseBlock, _ slices: Slices) -> Nearest {
    let most = min(Self.most, width)
    return slices.map(count, sliceSize: 2_048) { rows in
      var seen = [Int32](repeating: -1, count: count)
      var candidates: [Int32] = []
      var found = Nearest(width: width, papers: [], similarities: [])
      var list = NearestList(width: width)
      for row in rows {
        seen[row] = Int32(row)
        for paper in papers[row * width..<(row + 1) * width] where paper >= 0 { seen[Int(paper)] = Int32(row) }
        candidates.removeAll(keepingCapacity: true)
        for paper in papers[row * width..<row * width + most] where paper >= 0 {
          for other in papers[Int(paper) * width..<Int(paper) * width + most] where other >= 0 {
            if seen[Int(other)] == Int32(row) { continue }
            seen[Int(other)] = Int32(row)
            candidates.append(other)
          }
        }
        list.fill(from: self, row: row)
        for (other, product) in zip(candidates, block.products(of: row, with: candidates)) {
          list.offerOnce(other, product)
        }
        list.append(to: &found)
      }
      return found
    }
    .joined(width: width)
  }

  /// Each row with what `offer` adds to it.
  private func rebuilt(_ slices: Slices, _ offer: @Sendable (Int, inout NearestList) -> Void) -> Nearest {
    slices.map(count, sliceSize: 2_048) { rows in
      var found = Nearest(width: width, papers: [], similarities: [])
      var list = NearestList(width: width)
      for row in rows {
        list.fill(from: self, row: row)
        offer(row, &list)
        list.append(to: &found)
      }
      return found
    }
    .joined(width: width)
  }
}

extension [Nearest] {
  /// One after the other.
  fileprivate func joined(width: Int) -> Nearest {
    Nearest(width: width, papers: flatMap(\.papers), similarities: flatMap(\.similarities))
  }
}

extension DenseBlock {
  /// The inner products of a row with each of `others`.
  fileprivate func products(of row: Int, with others: [Int32]) -> [Float] {
    if others.isEmpty { return [] }
    return values.withUnsafeBufferPointer { values in
      [Float](unsafeUninitializedCapacity: others.count) { products, count in
        let own = UnsafeBufferPointer(rebasing: values[(row * width)...])
        lanes_gathered_products(
          own.baseAddress, values.baseAddress, others, others.count, stride, products.baseAddress)
        count = others.count
      }
    }
  }
}
