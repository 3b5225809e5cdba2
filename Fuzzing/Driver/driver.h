#include <stddef.h>
#include <stdint.h>
/* libFuzzer's own entry, for programs that bring their main (LLVM's documentation, "Using libFuzzer as a library"). */
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*target)(const uint8_t *bytes, size_t count));
