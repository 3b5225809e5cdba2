#include "lanes.h"

#pragma STDC FP_CONTRACT OFF

typedef float lane __attribute__((vector_size(32), aligned(4), may_alias));
typedef int32_t whole __attribute__((vector_size(32), aligned(4), may_alias));
typedef float half __attribute__((vector_size(16), aligned(4), may_alias));

#define INLINE static inline __attribute__((always_inline))

// Each function has a body, and is compiled with and without AVX2 where there is such a thing.
#if defined(__x86_64__)
#define COMPILED(type, name, parameters, arguments) \
  static type name##_plain parameters { return name##_body arguments; } \
  __attribute__((target("avx2"))) static type name##_avx2 parameters { return name##_body arguments; } \
  type name parameters { return __builtin_cpu_supports("avx2") ? name##_avx2 arguments : name##_plain arguments; }
#else
#define COMPILED(type, name, parameters, arguments) \
  type name parameters { return name##_body arguments; }
#endif

#define FOLDED(v) (__builtin_shufflevector(v, v, 0, 1, 2, 3) + __builtin_shufflevector(v, v, 4, 5, 6, 7))
#define PAIRED(p, q) (__builtin_shufflevector(p, q, 0, 2, 4, 6) + __builtin_shufflevector(p, q, 1, 3, 5, 7))

// The sums of the numbers of four lanes, side by side.
#define TOTALS(a, b, c, d) PAIRED(PAIRED(FOLDED(a), FOLDED(b)), PAIRED(FOLDED(c), FOLDED(d)))

// Where `places` is nil, all rows count.
INLINE size_t lanes_products_chosen(
    const float *thresholds, const float *a, const float *b, const float *c, const float *d, const float *others,
    size_t count, size_t stride, float *products, int32_t *places) {
  size_t found = 0;
  for (size_t i = 0; i < count; i++) {
    const float *other = others + i * stride * 8;
    lane p = {0}, q = {0}, r = {0}, s = {0};
    for (size_t at = 0; at < stride * 8; at += 8) {
      const lane value = *(const lane *)(other + at);
      p += value * *(const lane *)(a + at);
      q += value * *(const lane *)(b + at);
      r += value * *(const lane *)(c + at);
      s += value * *(const lane *)(d + at);
    }
    const half totals = TOTALS(p, q, r, s);
    *(half *)(products + 4 * found) = totals;
    if (places) {
      places[found] = (int32_t)i;
      if (__builtin_reduce_or(totals > *(const half *)thresholds) == 0) continue;
    }
    found++;
  }
  return found;
}

INLINE void lanes_products_body(
    const float *a, const float *b, const float *c, const float *d, const float *others, size_t count, size_t stride,
    float *products) {
  lanes_products_chosen(0, a, b, c, d, others, count, stride, products, 0);
}

INLINE size_t lanes_products_above_body(
    const float *thresholds, const float *a, const float *b, const float *c, const float *d, const float *others,
    size_t count, size_t stride, float *products, int32_t *places) {
  return lanes_products_chosen(thresholds, a, b, c, d, others, count, stride, products, places);
}

INLINE void lanes_gathered_products_body(
    const float *row, const float *block, const int32_t *others, size_t count, size_t stride, float *products) {
  for (size_t i = 0; i < count; i += 4) {
    const size_t last = count - 1;
    const float *a = block + others[i] * stride * 8;
    const float *b = block + others[i + 1 < last ? i + 1 : last] * stride * 8;
    const float *c = block + others[i + 2 < last ? i + 2 : last] * stride * 8;
    const float *d = block + others[i + 3 < last ? i + 3 : last] * stride * 8;
    lane p = {0}, q = {0}, r = {0}, s = {0};
    for (size_t at = 0; at < stride * 8; at += 8) {
      const lane value = *(const lane *)(row + at);
      p += value * *(const lane *)(a + at);
      q += value * *(const lane *)(b + at);
      r += value * *(const lane *)(c + at);
      s += value * *(const lane *)(d + at);
    }
    const half totals = TOTALS(p, q, r, s);
    for (size_t place = 0; place < 4 && i + place < count; place++) products[i + place] = totals[place];
  }
}

// `lanes` lanes of the sum from lane `at` on, kept in registers.
INLINE void combined_lanes(
    const int32_t *columns, const float *values, size_t count, const float *block, size_t stride, size_t at,
    const size_t lanes, float *sum) {
  lane sums[9] = {{0}};
  for (size_t i = 0; i < count; i++) {
    const float *row = block + (columns[i] * stride + at) * 8;
    const float value = values[i];
    if (i + 4 < count)
      for (size_t next = 0; next < lanes; next += 2) lanes_expect(block + (columns[i + 4] * stride + at + next) * 8);
    for (size_t place = 0; place < lanes; place++) sums[place] += value * *(const lane *)(row + place * 8);
  }
  for (size_t place = 0; place < lanes; place++) *(lane *)(sum + (at + place) * 8) = sums[place];
}

INLINE void lanes_combination_body(
    const int32_t *columns, const float *values, size_t count, const float *block, size_t stride, float *sum) {
  size_t at = 0;
  // Nine lanes, the usual width, are one pass over the rows with AVX2; what is left takes as many passes as it must.
  for (; at + 9 <= stride; at += 9) combined_lanes(columns, values, count, block, stride, at, 9, sum);
  for (; at + 3 <= stride; at += 3) combined_lanes(columns, values, count, block, stride, at, 3, sum);
  for (; at < stride; at++) combined_lanes(columns, values, count, block, stride, at, 1, sum);
}

INLINE void lanes_add_squares_body(const float *rows, size_t count, size_t stride, float *sums) {
  const size_t width = stride * 8;
  size_t row = 0;
  for (; row + 4 <= count; row += 4) {
    const float *a = rows + row * width, *b = a + width, *c = b + width, *d = c + width;
    for (size_t column = 0; column < width; column++) {
      const float f = a[column], g = b[column], h = c[column], i = d[column];
      for (size_t at = column / 8 * 8; at < width; at += 8) {
        lane sum = *(lane *)(sums + column * width + at);
        sum += f * *(const lane *)(a + at);
        sum += g * *(const lane *)(b + at);
        sum += h * *(const lane *)(c + at);
        sum += i * *(const lane *)(d + at);
        *(lane *)(sums + column * width + at) = sum;
      }
    }
  }
  for (; row < count; row++) {
    const float *a = rows + row * width;
    for (size_t column = 0; column < width; column++)
      for (size_t at = column / 8 * 8; at < width; at += 8)
        *(lane *)(sums + column * width + at) += a[column] * *(const lane *)(a + at);
  }
}

INLINE void lanes_times_body(const float *rows, size_t count, size_t stride, const float *matrix, float *product) {
  const size_t width = stride * 8;
  for (size_t row = 0; row < count; row += 4) {
    const size_t last = count - 1;
    const size_t second = row + 1 < last ? row + 1 : last, third = row + 2 < last ? row + 2 : last;
    const size_t fourth = row + 3 < last ? row + 3 : last;
    const float *a = rows + row * width, *b = rows + second * width, *c = rows + third * width,
                *d = rows + fourth * width;
    for (size_t at = 0; at < width; at += 8) {
      lane p = {0}, q = {0}, r = {0}, s = {0};
      for (size_t column = 0; column < width; column++) {
        const lane factor = *(const lane *)(matrix + column * width + at);
        p += a[column] * factor;
        q += b[column] * factor;
        r += c[column] * factor;
        s += d[column] * factor;
      }
      *(lane *)(product + row * width + at) = p;
      *(lane *)(product + second * width + at) = q;
      *(lane *)(product + third * width + at) = r;
      *(lane *)(product + fourth * width + at) = s;
    }
  }
}

INLINE void lanes_pushes_body(
    const float *x, const float *y, size_t count, const float *other_x, const float *other_y, size_t others,
    float *push_x, float *push_y, float *weight) {
  for (size_t i = 0; i < count; i++) {
    lane sum_x = {0}, sum_y = {0}, sum = {0};
    for (size_t at = 0; at < others; at += 8) {
      const lane dx = x[i] - *(const lane *)(other_x + at);
      const lane dy = y[i] - *(const lane *)(other_y + at);
      const lane near = 1 / (1 + dx * dx + dy * dy);
      const lane square = near * near;
      sum += near;
      sum_x += square * dx;
      sum_y += square * dy;
    }
    const half totals = TOTALS(sum_x, sum_y, sum, sum);
    push_x[i] = totals[0];
    push_y[i] = totals[1];
    weight[i] = totals[2];
  }
}

INLINE void lanes_rotate_body(double *restrict a, double *restrict b, size_t count, double c, double s) {
  for (size_t i = 0; i < count; i++) {
    const double x = a[i], y = b[i];
    a[i] = c * x - s * y;
    b[i] = s * x + c * y;
  }
}

#define MAGNITUDE(v) ((lane)((whole)(v) & 0x7FFFFFFF))

INLINE float lanes_overlap_change_body(
    const float *x, const float *y, const float *half_width, const float *half_height, size_t count, size_t own,
    float to_x, float to_y, const float *air, float start) {
  for (size_t at = 0; at < count; at += 8) {
    const lane width = half_width[own] + *(const lane *)(half_width + at) + air[0];
    const lane height = half_height[own] + *(const lane *)(half_height + at) + air[1];
    const lane new_x = width - MAGNITUDE(to_x - *(const lane *)(x + at));
    const lane new_y = height - MAGNITUDE(to_y - *(const lane *)(y + at));
    const lane old_x = width - MAGNITUDE(x[own] - *(const lane *)(x + at));
    const lane old_y = height - MAGNITUDE(y[own] - *(const lane *)(y + at));
    const whole reaches = (new_x > 0) & (new_y > 0), reached = (old_x > 0) & (old_y > 0);
    // Most are far off from both places.
    if (__builtin_reduce_or(reaches | reached) == 0) continue;
    for (size_t box = 0; box < 8; box++) {
      if (at + box == own || !(reaches[box] | reached[box])) continue;
      const float gained = reaches[box] ? 40 * (new_x[box] < new_y[box] ? new_x[box] : new_y[box]) : 0;
      const float lost = reached[box] ? 40 * (old_x[box] < old_y[box] ? old_x[box] : old_y[box]) : 0;
      start += gained - lost;
    }
  }
  return start;
}

COMPILED(
    void, lanes_products,
    (const float *a, const float *b, const float *c, const float *d, const float *others, size_t count, size_t stride,
     float *products),
    (a, b, c, d, others, count, stride, products))
COMPILED(
    size_t, lanes_products_above,
    (const float *thresholds, const float *a, const float *b, const float *c, const float *d, const float *others,
     size_t count, size_t stride, float *products, int32_t *places),
    (thresholds, a, b, c, d, others, count, stride, products, places))
COMPILED(
    void, lanes_gathered_products,
    (const float *row, const float *block, const int32_t *others, size_t count, size_t stride, float *products),
    (row, block, others, count, stride, products))
COMPILED(
    void, lanes_combination,
    (const int32_t *columns, const float *values, size_t count, const float *block, size_t stride, float *sum),
    (columns, values, count, block, stride, sum))
COMPILED(
    void, lanes_add_squares, (const float *rows, size_t count, size_t stride, float *sums), (rows, count, stride, sums))
COMPILED(
    void, lanes_times, (const float *rows, size_t count, size_t stride, const float *matrix, float *product),
    (rows, count, stride, matrix, product))
COMPILED(
    void, lanes_pushes,
    (const float *x, const float *y, size_t count, const float *other_x, const float *other_y, size_t others,
     float *push_x, float *push_y, float *weight),
    (x, y, count, other_x, other_y, others, push_x, push_y, weight))
COMPILED(
    void, lanes_rotate, (double *restrict a, double *restrict b, size_t count, double c, double s), (a, b, count, c, s))
COMPILED(
    float, lanes_overlap_change,
    (const float *x, const float *y, const float *half_width, const float *half_height, size_t count, size_t own,
     float to_x, float to_y, const float *air, float start),
    (x, y, half_width, half_height, count, own, to_x, to_y, air, start))
