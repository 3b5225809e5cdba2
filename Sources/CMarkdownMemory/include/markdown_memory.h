#ifndef OFFPRINT_MARKDOWN_MEMORY_H
#define OFFPRINT_MARKDOWN_MEMORY_H

#include <stddef.h>

// Memory for cmark on the calling thread: a document takes it piece by piece, and all of it is taken back at once.
//
// In C, because cmark asks for memory some hundred times a page through functions without context: an arena must be
// found by the thread, and only C reaches a thread's own variables without a call.

// Zeroed memory, aligned to 16 bytes; null where there is none.
void *markdown_memory_take(size_t count, size_t size);

// A piece with room for `size` bytes that begins with what `old` holds, which may be null; null where there is none.
void *markdown_memory_grow(void *old, size_t size);

// Pieces are not given back one by one.
void markdown_memory_give(void *piece);

// Takes back everything that the thread was handed, but for one chunk of memory, which the next document gets.
void markdown_memory_reset(void);

#endif
