// Many writes in one system call: a ring of the kernel's io_uring for each thread, without a library. Sends are handed over in
// pieces of RING, and their results are looked at when the kernel has all of them.
#include <linux/io_uring.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>

enum { RING = 1024 };

struct ring {
  int fd;
  unsigned *sq_tail, *sq_mask, *sq_array, *cq_head, *cq_tail, *cq_mask;
  struct io_uring_sqe *sqes;
  struct io_uring_cqe *cqes;
};

static void ring_open(struct ring *ring) {
  struct io_uring_params p;
  memset(&p, 0, sizeof p);
  p.flags = IORING_SETUP_SINGLE_ISSUER | IORING_SETUP_DEFER_TASKRUN | IORING_SETUP_CQSIZE;
  p.cq_entries = 2 * RING;
  ring->fd = syscall(SYS_io_uring_setup, RING, &p);
  if (ring->fd < 0) {
    perror("io_uring_setup");
    exit(1);
  }
  size_t sq = p.sq_off.array + p.sq_entries * sizeof(unsigned), cq = p.cq_off.cqes + p.cq_entries * sizeof(struct io_uring_cqe);
  char *rings = mmap(NULL, sq > cq ? sq : cq, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, ring->fd, IORING_OFF_SQ_RING);
  ring->sqes = mmap(NULL, p.sq_entries * sizeof(struct io_uring_sqe), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, ring->fd, IORING_OFF_SQES);
  if (rings == MAP_FAILED || ring->sqes == MAP_FAILED) {
    perror("mmap");
    exit(1);
  }
  ring->sq_tail = (unsigned *)(rings + p.sq_off.tail);
  ring->sq_mask = (unsigned *)(rings + p.sq_off.ring_mask);
  ring->sq_array = (unsigned *)(rings + p.sq_off.array);
  ring->cq_head = (unsigned *)(rings + p.cq_off.head);
  ring->cq_tail = (unsigned *)(rings + p.cq_off.tail);
  ring->cq_mask = (unsigned *)(rings + p.cq_off.ring_mask);
  ring->cqes = (struct io_uring_cqe *)(rings + p.cq_off.cqes);
}

// The same bytes to up to RING sockets; each result as write() would have given it, an error negative.
static void ring_send(struct ring *ring, const int *fds, int count, const void *bytes, size_t length, void (*result)(int fd, int written, size_t length)) {
  unsigned tail = *ring->sq_tail;
  for (int i = 0; i < count; i++, tail++) {
    struct io_uring_sqe *sqe = &ring->sqes[tail & *ring->sq_mask];
    memset(sqe, 0, sizeof *sqe);
    sqe->opcode = IORING_OP_SEND;
    sqe->fd = fds[i];
    sqe->addr = (unsigned long)bytes;
    sqe->len = length;
    sqe->msg_flags = MSG_DONTWAIT | MSG_NOSIGNAL;
    sqe->user_data = fds[i];
    ring->sq_array[tail & *ring->sq_mask] = tail & *ring->sq_mask;
  }
  __atomic_store_n(ring->sq_tail, tail, __ATOMIC_RELEASE);
  int submitted = 0, done = 0;
  while (done < count) {
    int now = syscall(SYS_io_uring_enter, ring->fd, count - submitted, count - done, IORING_ENTER_GETEVENTS, NULL, 0);
    if (now < 0 && errno != EINTR) {
      perror("io_uring_enter");
      exit(1);
    }
    if (now > 0) submitted += now;
    unsigned head = *ring->cq_head, end = __atomic_load_n(ring->cq_tail, __ATOMIC_ACQUIRE);
    for (; head != end; head++, done++) {
      struct io_uring_cqe *cqe = &ring->cqes[head & *ring->cq_mask];
      result((int)cqe->user_data, cqe->res, length);
    }
    __atomic_store_n(ring->cq_head, end, __ATOMIC_RELEASE);
  }
}
