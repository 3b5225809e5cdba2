/* Calls that glibc shows only to _GNU_SOURCE, declared as its manual gives them. */
int renameat2(int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
enum { CLINUX_RENAME_EXCHANGE = 2 };

int mallopt(int parameter, int value);
enum { CLINUX_M_TRIM_THRESHOLD = -1, CLINUX_M_TOP_PAD = -2, CLINUX_M_MMAP_THRESHOLD = -3, CLINUX_M_ARENA_MAX = -8 };
