/*
 * Stands between the program and the C library, for a folder: writes every change of a file to a log in the order in
 * which it was made (FAULT_LOG), lets the disk fill up or fail after so many bytes (FAULT_FULL, FAULT_SICK), or lets
 * nothing be written at all (FAULT_READ_ONLY).
 * A record is a line `kind inode offset length path`, followed by that many bytes.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define DESCRIPTORS 4096

static pthread_mutex_t one_at_a_time = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static const char *root;
static size_t root_length;
static int log_descriptor = -1;
static long room = -1, health = -1;
static int read_only;
static char in_root[DESCRIPTORS];

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

__attribute__((constructor)) static void begin(void) {
  root = getenv("FAULT_FOLDER");
  root_length = root ? strlen(root) : 0;
  const char *log = getenv("FAULT_LOG"), *full = getenv("FAULT_FULL"), *sick = getenv("FAULT_SICK");
  read_only = getenv("FAULT_READ_ONLY") != NULL;
  if (full) room = atol(full);
  if (sick) health = atol(sick);
  if (log) log_descriptor = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0600);
}

static int ours(const char *path) {
  return root && path && strncmp(path, root, root_length) == 0 && !strstr(path, "in-use.lock") && !strstr(path, "-shm");
}

static int tracked(int fd) { return fd >= 0 && fd < DESCRIPTORS && in_root[fd]; }

static void raw(const void *data, size_t length) {
  const char *at = data;
  while (length > 0) {
    long done = syscall(SYS_write, log_descriptor, at, length);
    if (done <= 0) _exit(99);
    at += done;
    length -= (size_t)done;
  }
}

static void tell(char kind, int fd, long offset, const char *path, const void *data, size_t length) {
  if (log_descriptor < 0) return;
  struct stat about = {0};
  if (fd >= 0) fstat(fd, &about);
  char line[8600];
  int size = snprintf(line, sizeof line, "%c %lu %ld %zu %s\n", kind, (unsigned long)about.st_ino, offset, length, path);
  raw(line, (size_t)size);
  if (length) raw(data, length);
}

/* What a full or failing disk answers; 0 when this may go on. */
static int refused(int fd, long end, size_t length) {
  if (!tracked(fd)) return 0;
  if (health >= 0 && (health -= (long)length) < 0) {
    health = 0;
    return EIO;
  }
  struct stat about;
  if (room < 0 || fstat(fd, &about) != 0 || end <= about.st_size) return 0;
  if (end - about.st_size > room) return ENOSPC;
  room -= end - about.st_size;
  return 0;
}

static int opened(int fd, const char *path, int flags, int was_there) {
  if (fd < 0 || fd >= DESCRIPTORS) return fd;
  in_root[fd] = (char)ours(path);
  if (in_root[fd]) {
    struct stat about;
    if (fstat(fd, &about) == 0 && S_ISREG(about.st_mode)) {
      if (!was_there) tell('O', fd, 1, path, NULL, 0);
      else if (flags & O_TRUNC) tell('T', fd, 0, path, NULL, 0);
    }
  }
  return fd;
}

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    REAL(int, name, const char *, int, ...); \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = va_arg(rest, mode_t); \
    va_end(rest); \
    pthread_mutex_lock(&one_at_a_time); \
    int was_there = access(path, F_OK) == 0; \
    int fd = -1; \
    if (ours(path) && !was_there && (flags & O_CREAT) && room == 0) errno = ENOSPC; \
    else if (ours(path) && read_only && (flags & (O_WRONLY | O_RDWR | O_CREAT))) errno = EROFS; \
    else fd = opened(real(path, flags, mode), path, flags, was_there); \
    pthread_mutex_unlock(&one_at_a_time); \
    return fd; \
  }
OPEN(open)
OPEN(open64)

static ssize_t written(int fd, long offset, const void *data, ssize_t done) {
  if (done > 0 && fd == 1) tell('A', -1, 0, "-", data, (size_t)done);
  else if (done > 0 && tracked(fd)) tell('W', fd, offset, "-", data, (size_t)done);
  return done;
}

ssize_t write(int fd, const void *data, size_t length) {
  REAL(ssize_t, write, int, const void *, size_t);
  if (fd != 1 && !tracked(fd)) return real(fd, data, length);
  pthread_mutex_lock(&one_at_a_time);
  long offset = tracked(fd) ? lseek(fd, 0, SEEK_CUR) : 0;
  int why = refused(fd, offset + (long)length, length);
  ssize_t done = -1;
  if (why) errno = why;
  else done = written(fd, offset, data, real(fd, data, length));
  pthread_mutex_unlock(&one_at_a_time);
  return done;
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
  if (!tracked(fd)) return real(fd, data, length, offset);
  pthread_mutex_lock(&one_at_a_time);
  int why = refused(fd, offset + (long)length, length);
  ssize_t done = -1;
  if (why) errno = why;
  else done = written(fd, offset, data, real(fd, data, length, offset));
  pthread_mutex_unlock(&one_at_a_time);
  return done;
}

/* A file is copied with calls that can be seen. */
ssize_t sendfile(int out, int in, off_t *offset, size_t length) {
  static char part[65536];
  pthread_mutex_lock(&one_at_a_time);
  if (length > sizeof part) length = sizeof part;
  ssize_t got = offset ? pread(in, part, length, *offset) : read(in, part, length);
  ssize_t done = got > 0 ? write(out, part, (size_t)got) : got;
  if (offset && done > 0) *offset += done;
  pthread_mutex_unlock(&one_at_a_time);
  return done;
}
ssize_t sendfile64(int out, int in, off_t *offset, size_t length) { return sendfile(out, in, offset, length); }

int ioctl(int fd, unsigned long request, ...) {
  REAL(int, ioctl, int, unsigned long, ...);
  va_list rest;
  va_start(rest, request);
  void *argument = va_arg(rest, void *);
  va_end(rest);
  if (tracked(fd) && request == 0x40049409UL) {
    errno = EOPNOTSUPP;
    return -1;
  }
  return real(fd, request, argument);
}

long syscall(long number, ...) {
  REAL(long, syscall, long, ...);
  va_list rest;
  va_start(rest, number);
  long a = va_arg(rest, long), b = va_arg(rest, long), c = va_arg(rest, long);
  long d = va_arg(rest, long), e = va_arg(rest, long), f = va_arg(rest, long);
  va_end(rest);
  /* As Node closes what it opened: the number may be something else than a file next. */
  if (number == SYS_close && a >= 0 && a < DESCRIPTORS) in_root[a] = 0;
  if (number == SYS_copy_file_range) {
    errno = ENOSYS;
    return -1;
  }
  return real(number, a, b, c, d, e, f);
}

int ftruncate64(int fd, off64_t size) {
  REAL(int, ftruncate64, int, off64_t);
  if (!tracked(fd)) return real(fd, size);
  pthread_mutex_lock(&one_at_a_time);
  int why = refused(fd, size, 0), done = -1;
  if (why) errno = why;
  else if ((done = real(fd, size)) == 0) tell('T', fd, size, "-", NULL, 0);
  pthread_mutex_unlock(&one_at_a_time);
  return done;
}

#define SYNC(name) \
  int name(int fd) { \
    REAL(int, name, int); \
    if (!tracked(fd)) return real(fd); \
    pthread_mutex_lock(&one_at_a_time); \
    int done = -1; \
    char path[4096], link[64]; \
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd); \
    ssize_t length = readlink(link, path, sizeof path - 1); \
    path[length > 0 ? length : 0] = 0; \
    if (health == 0) errno = EIO; \
    else if ((done = real(fd)) == 0) tell('S', fd, 0, path, NULL, 0); \
    pthread_mutex_unlock(&one_at_a_time); \
    return done; \
  }
SYNC(fsync)
SYNC(fdatasync)

int rename(const char *from, const char *to) {
  REAL(int, rename, const char *, const char *);
  pthread_mutex_lock(&one_at_a_time);
  int done = -1;
  if (ours(to) && read_only) errno = EROFS;
  else done = real(from, to);
  char both[8300];
  snprintf(both, sizeof both, "%s\t%s", from, to);
  if (done == 0 && ours(to)) tell('R', -1, 0, both, NULL, 0);
  pthread_mutex_unlock(&one_at_a_time);
  return done;
}

int mkdir(const char *path, mode_t mode) {
  REAL(int, mkdir, const char *, mode_t);
  pthread_mutex_lock(&one_at_a_time);
  int done = -1;
  if (ours(path) && read_only) errno = EROFS;
  else done = real(path, mode);
  if (done == 0 && ours(path)) tell('M', -1, 0, path, NULL, 0);
  pthread_mutex_unlock(&one_at_a_time);
  return done;
}

static int taking_away(int (*real)(const char *), const char *path) {
  pthread_mutex_lock(&one_at_a_time);
  int done = -1;
  if (ours(path) && read_only) errno = EROFS;
  else done = real(path);
  if (done == 0 && ours(path)) tell('U', -1, 0, path, NULL, 0);
  pthread_mutex_unlock(&one_at_a_time);
  return done;
}

int unlink(const char *path) {
  REAL(int, unlink, const char *);
  return taking_away(real, path);
}

/* The C library does not go through its own unlink for this one, and rmSync of Node calls it. */
int remove(const char *path) {
  REAL(int, remove, const char *);
  return taking_away(real, path);
}

int close(int fd) {
  REAL(int, close, int);
  if (fd >= 0 && fd < DESCRIPTORS) in_root[fd] = 0;
  return real(fd);
}
