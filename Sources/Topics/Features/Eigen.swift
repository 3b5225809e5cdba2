import CLanes

/// Small dense linear algebra in double precision; matrices are square, row-major.
enum Eigen {
  /// Eigenvalues, largest first, and the eigenvectors as columns of a symmetric matrix, by cyclic Jacobi rotations.
  static func symmetric(_ matrix: [Double], size: Int) -> (values: [Double], vectors: [Double]) {
    var a = matrix
    // Kept transposed, so that a rotation works on two rows.
    var v = [Double](repeating: 0, count: size * size)
    for index in 0..<size { v[index * size + index] = 1 }
    let scale = (0..<size).reduce(0) { $0 + abs(matrix[$1 * size + $1]) }
    for _ in 0..<30 {
      var off = 0.0
      for p in 0..<size { for q in p + 1..<max(size, p + 1) { off += abs(a[p * size + q]) } }
      if off <= 1e-11 * scale { break }
      for p in 0..<size {
        for q in p + 1..<max(size, p + 1) where abs(a[p * size + q]) > 1e-15 * scale {
          rotate(&a, &v, p, q, size)
        }
      }
    }
    let order = (0..<size).sorted { (a[$0 * size + $0], $1) > (a[$1 * size + $1], $0) }
    var vectors = [Double](repeating: 0, count: size * size)
    for (column, source) in order.enumerated() {
      for row in 0..<size { vectors[row * size + column] = v[source * size + row] }
    }
    return (order.map { a[$0 * size + $0] }, vectors)
  }

  /// The matrix that makes columns with inner products `gram` orthonormal: the inverse of its Cholesky factor.
  ///
  /// Columns that depend on those before them become zero.
  static func orthonormaliser(gram: [Double], size: Int) -> [Double] {
    var r = gram
    var inverse = [Double](repeating: 0, count: size * size)
    for k in 0..<size {
      let pivot = r[k * size + k]
      guard pivot > 1e-10 * gram[k * size + k], pivot > 1e-30 else {
        for column in k..<size { r[k * size + column] = 0 }
        continue
      }
      let root = pivot.squareRoot()
      for column in k..<size { r[k * size + column] /= root }
      for row in k + 1..<max(size, k + 1) {
        let factor = r[k * size + row]
        if factor == 0 { continue }
        for column in row..<size { r[row * size + column] -= factor * r[k * size + column] }
      }
    }
    for column in 0..<size where r[column * size + column] > 0 {
      inverse[column * size + column] = 1 / r[column * size + column]
      for row in Swift.stride(from: column - 1, through: 0, by: -1) where r[row * size + row] > 0 {
        var sum = 0.0
        for inner in row + 1...column { sum += r[row * size + inner] * inverse[inner * size + column] }
        inverse[row * size + column] = -sum / r[row * size + row]
      }
    }
    return inverse
  }

  private static func rotate(_ a: inout [Double], _ v: inout [Double], _ p: Int, _ q: Int, _ size: Int) {
    let theta = (a[q * size + q] - a[p * size + p]) / (2 * a[p * size + q])
    let t = (theta >= 0 ? 1.0 : -1.0) / (abs(theta) + (theta * theta + 1).squareRoot())
    let c = 1 / (t * t + 1).squareRoot()
    let s = t * c
    a.withUnsafeMutableBufferPointer { a in
      a.rotateRows(p, q, size, c, s)
      for k in 0..<size {
        let (x, y) = (a[k * size + p], a[k * size + q])
        a[k * size + p] = c * x - s * y
        a[k * size + q] = s * x + c * y
      }
    }
    v.withUnsafeMutableBufferPointer { $0.rotateRows(p, q, size, c, s) }
  }
}

extension UnsafeMutableBufferPointer<Double> {
  fileprivate func rotateRows(_ p: Int, _ q: Int, _ size: Int, _ c: Double, _ s: Double) {
    guard let base = baseAddress else { return }
    lanes_rotate(base + p * size, base + q * size, size, c, s)
  }
}
