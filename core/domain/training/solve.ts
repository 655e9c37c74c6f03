/**
 * Cholesky's decomposition of a symmetric positive definite matrix: its lower triangle; null where the matrix is none.
 * @param matrix rows of `size`, the lower half is read
 */
export function choleskyOf(matrix: Float64Array, size: number): Float64Array | null {
  const lower = Float64Array.from(matrix);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let sum = lower[row * size + column]!;
      for (let k = 0; k < column; k += 1) sum -= lower[row * size + k]! * lower[column * size + k]!;
      if (row !== column) lower[row * size + column] = sum / lower[column * size + column]!;
      else if (sum > 0) lower[row * size + row] = Math.sqrt(sum);
      else return null;
    }
  return lower;
}

/** Solves the system of a matrix whose decomposition is given. */
export function solve(lower: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  const solution = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    for (let k = 0; k < row; k += 1) solution[row]! -= lower[row * size + k]! * solution[k]!;
    solution[row]! /= lower[row * size + row]!;
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let k = row + 1; k < size; k += 1) solution[row]! -= lower[k * size + row]! * solution[k]!;
    solution[row]! /= lower[row * size + row]!;
  }
  return solution;
}

/** Natural logarithm of the determinant of a matrix whose decomposition is given. */
export function logDeterminant(lower: Float64Array, size: number): number {
  let sum = 0;
  for (let row = 0; row < size; row += 1) sum += 2 * Math.log(lower[row * (size + 1)]!);
  return sum;
}
