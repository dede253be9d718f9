// Stands between a program and its disk, for the fault tests: LD_PRELOAD, Linux only.
//   FAULTS_UNDER   the folder whose files it watches
//   FAULTS_SHADOW  where it keeps of them what was made durable: after a power cut, that is all there is
//   FAULTS_AT      the number of the write that fails, from 1; with FAULTS_ERRNO; a new value begins to count anew
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char counted[32];
static long writes;

static const char *name_under(const char *path) {
  const char *under = getenv("FAULTS_UNDER");
  size_t length = under ? strlen(under) : 0;
  if (length == 0 || strncmp(path, under, length) != 0 || path[length] != '/') return NULL;
  return path + length;
}

static int path_of(int fd, char *path) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return 1;
}

static int shadow_of(const char *path, char *shadow) {
  const char *to = getenv("FAULTS_SHADOW"), *name = name_under(path);
  if (!to || !name) return 0;
  snprintf(shadow, PATH_MAX, "%s%s", to, name);
  return 1;
}

// The whole file as it is now; under its name only once it is whole, because a kill may come in between.
static void keep(const char *path, const char *shadow) {
  static ssize_t (*real_write)(int, const void *, size_t);
  static int (*real_rename)(const char *, const char *);
  if (!real_write) real_write = dlsym(RTLD_NEXT, "write");
  if (!real_rename) real_rename = dlsym(RTLD_NEXT, "rename");
  char fresh[PATH_MAX + 8], part[65536];
  snprintf(fresh, sizeof fresh, "%s.fresh", shadow);
  int from = open(path, O_RDONLY), to = open(fresh, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ssize_t length;
  if (from >= 0 && to >= 0)
    while ((length = read(from, part, sizeof part)) > 0) real_write(to, part, length);
  if (from >= 0) close(from);
  if (to >= 0) close(to);
  real_rename(fresh, shadow);
}

static void durable(int fd) {
  char path[PATH_MAX], shadow[PATH_MAX];
  struct stat status;
  if (fstat(fd, &status) || !S_ISREG(status.st_mode)) return;
  if (path_of(fd, path) && shadow_of(path, shadow)) keep(path, shadow);
}

int fsync(int fd) {
  static int (*real)(int);
  if (!real) real = dlsym(RTLD_NEXT, "fsync");
  int answer = real(fd);
  if (!answer) durable(fd);
  return answer;
}

int fdatasync(int fd) {
  static int (*real)(int);
  if (!real) real = dlsym(RTLD_NEXT, "fdatasync");
  int answer = real(fd);
  if (!answer) durable(fd);
  return answer;
}

int unlink(const char *path) {
  static int (*real)(const char *);
  if (!real) real = dlsym(RTLD_NEXT, "unlink");
  char shadow[PATH_MAX];
  int answer = real(path);
  if (!answer && shadow_of(path, shadow)) real(shadow);
  return answer;
}

int rename(const char *from, const char *to) {
  static int (*real)(const char *, const char *);
  if (!real) real = dlsym(RTLD_NEXT, "rename");
  char one[PATH_MAX], other[PATH_MAX];
  int answer = real(from, to);
  if (!answer && shadow_of(from, one) && shadow_of(to, other)) real(one, other);
  return answer;
}

static int fails(int fd) {
  const char *at = getenv("FAULTS_AT");
  char path[PATH_MAX];
  if (!at || !*at || !path_of(fd, path) || !name_under(path) || strstr(path, "-shm")) return 0;
  if (strcmp(at, counted)) {
    snprintf(counted, sizeof counted, "%s", at);
    writes = 0;
  }
  if (++writes < atol(at)) return 0;
  errno = atoi(getenv("FAULTS_ERRNO") ? getenv("FAULTS_ERRNO") : "5");
  return 1;
}

ssize_t write(int fd, const void *bytes, size_t length) {
  static ssize_t (*real)(int, const void *, size_t);
  if (!real) real = dlsym(RTLD_NEXT, "write");
  return fails(fd) ? -1 : real(fd, bytes, length);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  static ssize_t (*real)(int, const void *, size_t, off64_t);
  if (!real) real = dlsym(RTLD_NEXT, "pwrite64");
  return fails(fd) ? -1 : real(fd, bytes, length, offset);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
  static ssize_t (*real)(int, const void *, size_t, off_t);
  if (!real) real = dlsym(RTLD_NEXT, "pwrite");
  return fails(fd) ? -1 : real(fd, bytes, length, offset);
}
