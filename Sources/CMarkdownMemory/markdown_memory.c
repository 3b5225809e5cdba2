#include "markdown_memory.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// A chunk and the one taken before it; pieces follow, each behind its size.
struct chunk {
  struct chunk *before;
  size_t capacity;
};

enum { alignment = 16, usual_capacity = 1 << 19 };

static _Thread_local struct {
  struct chunk *chunk;
  size_t used;
} arena;

static pthread_key_t key;
static pthread_once_t has_key = PTHREAD_ONCE_INIT;

static void free_chunks(void *last) {
  for (struct chunk *chunk = last; chunk;) {
    struct chunk *before = chunk->before;
    free(chunk);
    chunk = before;
  }
}

static void make_key(void) { pthread_key_create(&key, free_chunks); }

static char *start(struct chunk *chunk) { return (char *)chunk + alignment; }

static size_t *size_of(void *piece) { return (size_t *)((char *)piece - alignment); }

static size_t rounded(size_t size) { return (size + alignment - 1) & ~(size_t)(alignment - 1); }

// Memory as it comes.
static void *take(size_t size) {
  if (size > (size_t)-1 / 2) return NULL;
  size_t length = alignment + rounded(size);
  if (!arena.chunk || length > arena.chunk->capacity - arena.used) {
    size_t capacity = length > usual_capacity ? length : usual_capacity;
    struct chunk *chunk = malloc(alignment + capacity);
    if (!chunk) return NULL;
    chunk->before = arena.chunk;
    chunk->capacity = capacity;
    arena.chunk = chunk;
    arena.used = 0;
    // The thread's end gives its chunks back.
    pthread_once(&has_key, make_key);
    pthread_setspecific(key, chunk);
  }
  char *piece = start(arena.chunk) + arena.used + alignment;
  arena.used += length;
  *size_of(piece) = size;
  return piece;
}

void *markdown_memory_take(size_t count, size_t size) {
  size_t bytes;
  if (__builtin_mul_overflow(count, size, &bytes)) return NULL;
  void *piece = take(bytes);
  return piece ? memset(piece, 0, bytes) : NULL;
}

void *markdown_memory_grow(void *old, size_t size) {
  if (!old) return take(size);
  size_t before = *size_of(old);
  if (size <= before) return old;
  // The last piece grows where it stands, as a text does that is being written.
  size_t place = (size_t)((char *)old - start(arena.chunk));
  if (place + rounded(before) == arena.used && size <= arena.chunk->capacity - place) {
    arena.used = place + rounded(size);
    *size_of(old) = size;
    return old;
  }
  void *new = take(size);
  return new ? memcpy(new, old, before) : NULL;
}

void markdown_memory_give(void *piece) { (void)piece; }

void markdown_memory_reset(void) {
  struct chunk *chunk = arena.chunk;
  if (!chunk) return;
  if (chunk->before || chunk->capacity != usual_capacity) {
    free_chunks(chunk);
    arena.chunk = NULL;
    pthread_setspecific(key, NULL);
  }
  arena.used = 0;
}
