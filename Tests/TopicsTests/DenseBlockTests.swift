import Parallel
import Testing

@testable import Topics

@Suite struct DenseBlockTests {
  /// Rows of normally distributed numbers.
  func vectors(_ count: Int, dimension: Int) -> Vectors {
    var generator = SeededGenerator(seed: 5)
    return Vectors(values: (0..<count * dimension).map { _ in generator.normal() }, dimension: dimension)
  }

  /// Numbers of rows and columns that leave something over after every step of four rows and of eight columns.
  static let shapes = [(1, 1), (3, 7), (4, 8), (5, 9), (13, 30), (300, 72)]

  @Test(arguments: shapes)
  func innerProductsOfColumns(rows: Int, columns: Int) {
    let vectors = vectors(rows, dimension: columns)
    let block = DenseBlock(vectors)
    let gram = block.gram()
    for a in 0..<columns {
      for b in 0..<columns {
        let expected = (0..<rows).reduce(0.0) {
          $0 + Double(vectors.values[$1 * columns + a]) * Double(vectors.values[$1 * columns + b])
        }
        #expect(abs(gram[a * block.width + b] - expected) < 1e-3)
      }
    }
  }

  @Test(arguments: shapes)
  func productWithASquareMatrix(rows: Int, columns: Int) {
    let vectors = vectors(rows, dimension: columns)
    let block = DenseBlock(vectors)
    var generator = SeededGenerator(seed: 6)
    let matrix = (0..<block.width * block.width).map { _ in Double(generator.normal()) }
    let product = block.times(matrix)
    for row in 0..<rows {
      for column in 0..<block.width {
        let expected = (0..<columns).reduce(0.0) {
          $0 + Double(vectors.values[row * columns + $1]) * matrix[$1 * block.width + column]
        }
        #expect(abs(Double(product.values[row * block.width + column]) - expected) < 1e-3)
      }
    }
  }

  @Test(arguments: shapes)
  func sparseTimesDense(rows: Int, columns: Int) {
    let block = DenseBlock(vectors(rows, dimension: columns))
    // Row r holds every third column from r on.
    var matrix = TermMatrix(offsets: [0], columns: [], values: [], width: rows, words: [])
    for row in 0..<6 {
      for column in stride(from: row, to: rows, by: 3) {
        matrix.columns.append(Int32(column))
        matrix.values.append(Float(row + 1))
      }
      matrix.offsets.append(matrix.columns.count)
    }
    let product = matrix.times(block, slices: Slices(threads: 2))
    for row in 0..<6 {
      for column in 0..<block.width {
        let expected = stride(from: row, to: rows, by: 3).reduce(Float(0)) {
          $0 + Float(row + 1) * block.values[$1 * block.width + column]
        }
        #expect(abs(product.values[row * block.width + column] - expected) < 1e-3)
      }
    }
  }

  @Test(arguments: shapes)
  func productsWithTwoRows(rows: Int, columns: Int) {
    let vectors = vectors(rows, dimension: columns)
    let products = DenseBlock(vectors).products(with: Array(vectors[0]), Array(vectors[rows - 1]))
    for row in 0..<rows {
      #expect(abs(products[4 * row] - Vectors.dot(vectors[row], vectors[0])) < 1e-4)
      #expect(abs(products[4 * row + 1] - Vectors.dot(vectors[row], vectors[rows - 1])) < 1e-4)
    }
  }
}
