#ifndef OFFPRINT_LANES_H
#define OFFPRINT_LANES_H

#include <stddef.h>
#include <stdint.h>

// The innermost loops over vectors of single precision. Rows are padded to whole lanes of eight numbers; `stride` is
// a row's number of lanes.
//
// In C, because a function can there be compiled for several processors, of which the running one's is chosen: lanes
// of eight are one register with AVX2 and two without. The order of all sums is the same, and products are never
// fused with sums, so every processor gives the same bits.

// Asks for the memory at `address`, which will be wanted soon: loops that go from place to place in large tables wait
// for memory most of their time.
static inline void lanes_expect(const void *address) { __builtin_prefetch(address); }

// The inner products of the four rows a, b, c, d with each of `count` rows: products[4 * i] is that of a with row i.
void lanes_products(
    const float *a, const float *b, const float *c, const float *d, const float *others, size_t count, size_t stride,
    float *products);

// The same, of those rows alone of which a product is above the threshold of its row: `places[i]` is the i-th of them,
// and how many there are is returned.
size_t lanes_products_above(
    const float *thresholds, const float *a, const float *b, const float *c, const float *d, const float *others,
    size_t count, size_t stride, float *products, int32_t *places);

// The inner products of `row` with the rows `others` of `block`.
void lanes_gathered_products(
    const float *row, const float *block, const int32_t *others, size_t count, size_t stride, float *products);

// The sum of the rows `columns` of `block`, each times its value.
void lanes_combination(
    const int32_t *columns, const float *values, size_t count, const float *block, size_t stride, float *sum);

// Adds the outer product of each of `count` rows with itself to `sums`, above the diagonal and in its lanes.
void lanes_add_squares(const float *rows, size_t count, size_t stride, float *sums);

// `count` rows times a square matrix with as many rows as they have columns.
void lanes_times(const float *rows, size_t count, size_t stride, const float *matrix, float *product);

// Sums over `others` points (a multiple of eight) for each of `count` points, with d their difference and
// w = 1 / (1 + |d|^2): w * w * d into `push_x` and `push_y`, w into `weight`.
void lanes_pushes(
    const float *x, const float *y, size_t count, const float *other_x, const float *other_y, size_t others,
    float *push_x, float *push_y, float *weight);

// Turns two rows of double precision by an angle with cosine `c` and sine `s`: c a - s b and s a + c b.
void lanes_rotate(double *a, double *b, size_t count, double c, double s);

// What a move of box `own` from where it stands to (to_x, to_y) changes of its overlaps with `count` boxes (a multiple of
// eight) around (x, y), added to `start`, in the order of the boxes. Boxes reach half_width and half_height from their
// middles, and as much as `air` together beyond that; an overlap costs 40 for each unit of its lesser side.
float lanes_overlap_change(
    const float *x, const float *y, const float *half_width, const float *half_height, size_t count, size_t own,
    float to_x, float to_y, const float *air, float start);

#endif
