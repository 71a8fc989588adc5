// The floor of the live path: what Linux itself takes to write one text to every WebSocket. No limits, no pings, no topics, no slow
// viewer, nothing that a product needs. A text that is POSTed to /pub becomes a frame, made once, and one write() a socket; each
// thread has an epoll of its own and the sockets that it accepted.
//
//   floor PORT THREADS SEC-WEBSOCKET-ACCEPT (the answer to the one key that the swarm sends)
//
// With -DURING it is the floor of io_uring: the same, with 1,024 writes handed to the kernel in one call.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>
#ifdef URING
#include "uring.h"
#endif

enum { FDS_MAX = 65536, EVENTS = 512, THREADS_MAX = 8, PENDING = 64, REQUEST_MAX = 65536 };

struct frame {
  atomic_int users;
  size_t length;
  char bytes[];
};

struct loop {
  int epoll, wake, listener;
  int *viewers;     // descriptors, dense
  int *place;       // descriptor -> its place in viewers, -1 where it is none
  int count;
  pthread_mutex_t lock;
  struct frame *pending[PENDING];
  int pending_count;
#ifdef URING
  struct ring ring;
  int ring_is_open;
#endif
};

static struct loop loops[THREADS_MAX];
static int threads;

static void die(const char *what) {
  perror(what);
  exit(1);
}

static void watch(struct loop *loop, int fd) {
  struct epoll_event event = {.events = EPOLLIN, .data.fd = fd};
  if (epoll_ctl(loop->epoll, EPOLL_CTL_ADD, fd, &event) < 0) die("epoll_ctl");
}

static void drop(struct loop *loop, int fd) {
  int at = loop->place[fd];
  if (at >= 0) {
    int last = loop->viewers[--loop->count];
    loop->viewers[at] = last;
    loop->place[last] = at;
    loop->place[fd] = -1;
  }
  close(fd);
}

// A socket that cannot take all of it gets a broken stream: a floor has no backlog.
static void wrote(int fd, int written, size_t length) {
  (void)fd;
  if (written >= 0 && (size_t)written != length) die("a viewer does not read");
}

static void broadcast(struct loop *loop, struct frame *frame) {
#ifdef URING
  // By the thread that submits, as SINGLE_ISSUER wants it.
  if (!loop->ring_is_open) ring_open(&loop->ring);
  loop->ring_is_open = 1;
  for (int i = 0; i < loop->count; i += RING) {
    int piece = loop->count - i < RING ? loop->count - i : RING;
    ring_send(&loop->ring, loop->viewers + i, piece, frame->bytes, frame->length, wrote);
  }
#else
  for (int i = 0; i < loop->count; i++) {
    wrote(loop->viewers[i], write(loop->viewers[i], frame->bytes, frame->length), frame->length);
  }
#endif
  if (atomic_fetch_sub(&frame->users, 1) == 1) free(frame);
}

static void take_pending(struct loop *loop) {
  uint64_t times;
  if (read(loop->wake, &times, sizeof times) < 0 && errno != EAGAIN) die("eventfd");
  struct frame *taken[PENDING];
  pthread_mutex_lock(&loop->lock);
  int count = loop->pending_count;
  memcpy(taken, loop->pending, sizeof *taken * count);
  loop->pending_count = 0;
  pthread_mutex_unlock(&loop->lock);
  for (int i = 0; i < count; i++) broadcast(loop, taken[i]);
}

static void publish(const char *text, size_t length) {
  struct frame *frame = malloc(sizeof *frame + length + 4);
  if (!frame) die("malloc");
  atomic_init(&frame->users, threads);
  size_t head = length < 126 ? 2 : 4;
  frame->bytes[0] = (char)0x81;
  if (head == 2) {
    frame->bytes[1] = (char)length;
  } else {
    frame->bytes[1] = 126;
    frame->bytes[2] = (char)(length >> 8);
    frame->bytes[3] = (char)length;
  }
  memcpy(frame->bytes + head, text, length);
  frame->length = head + length;
  for (int i = 0; i < threads; i++) {
    struct loop *loop = &loops[i];
    pthread_mutex_lock(&loop->lock);
    if (loop->pending_count == PENDING) die("the floor falls behind");
    loop->pending[loop->pending_count++] = frame;
    pthread_mutex_unlock(&loop->lock);
    uint64_t once = 1;
    if (write(loop->wake, &once, sizeof once) < 0) die("eventfd");
  }
}

static void answer(int fd, const char *text) {
  if (write(fd, text, strlen(text)) < 0 && errno != EPIPE && errno != ECONNRESET) die("answer");
}

// Blocks for the rest of a body: there is one publisher, and it sends at once.
static void post(int fd, char *request, ssize_t have) {
  char *end, *field;
  while (!(end = strstr(request, "\r\n\r\n"))) {
    ssize_t more = recv(fd, request + have, REQUEST_MAX - 1 - have, 0);
    if (more > 0) request[have += more] = 0;
  }
  field = strcasestr(request, "content-length:");
  size_t length = field ? strtoul(field + 15, NULL, 10) : 0;
  size_t head = end - request + 4;
  while ((size_t)have < head + length) {
    ssize_t more = recv(fd, request + have, REQUEST_MAX - 1 - have, 0);
    if (more > 0) request[have += more] = 0;
  }
  publish(end + 4, length);
  answer(fd, "HTTP/1.1 204 No Content\r\n\r\n");
}

// The one key that the swarm sends has this one answer (RFC 6455, section 4.2.2).
static void upgrade(struct loop *loop, int fd, const char *accept) {
  char text[256];
  snprintf(text, sizeof text,
           "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n", accept);
  answer(fd, text);
  loop->place[fd] = loop->count;
  loop->viewers[loop->count++] = fd;
}

static void receive(struct loop *loop, int fd, const char *accept) {
  static _Thread_local char request[REQUEST_MAX];
  ssize_t have = recv(fd, request, REQUEST_MAX - 1, 0);
  if (have < 0 && errno == EAGAIN) return;
  if (have <= 0) {
    drop(loop, fd);
    return;
  }
  request[have] = 0;
  if (!strncmp(request, "GET ", 4)) upgrade(loop, fd, accept);
  if (!strncmp(request, "POST ", 5)) post(fd, request, have);
}

static void accept_all(struct loop *loop) {
  int fd, on = 1;
  while ((fd = accept4(loop->listener, NULL, NULL, SOCK_NONBLOCK)) >= 0) {
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    loop->place[fd] = -1;
    watch(loop, fd);
  }
}

static const char *accept_key;

static void *run(void *of) {
  struct loop *loop = of;
  struct epoll_event events[EVENTS];
  for (;;) {
    int count = epoll_wait(loop->epoll, events, EVENTS, -1);
    for (int i = 0; i < count; i++) {
      int fd = events[i].data.fd;
      if (fd == loop->listener) accept_all(loop);
      else if (fd == loop->wake) take_pending(loop);
      else receive(loop, fd, accept_key);
    }
  }
  return NULL;
}

static void open_loop(struct loop *loop, int port) {
  int on = 1;
  loop->epoll = epoll_create1(0);
  loop->wake = eventfd(0, EFD_NONBLOCK);
  loop->viewers = calloc(FDS_MAX, sizeof *loop->viewers);
  loop->place = calloc(FDS_MAX, sizeof *loop->place);
  pthread_mutex_init(&loop->lock, NULL);
  loop->listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  setsockopt(loop->listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  setsockopt(loop->listener, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (bind(loop->listener, (struct sockaddr *)&address, sizeof address) || listen(loop->listener, 4096)) die("listen");
  watch(loop, loop->listener);
  watch(loop, loop->wake);
}

int main(int count, char **given) {
  if (count != 4) {
    fprintf(stderr, "floor PORT THREADS SEC-WEBSOCKET-ACCEPT\n");
    return 2;
  }
  signal(SIGPIPE, SIG_IGN);
  threads = atoi(given[2]);
  accept_key = given[3];
  if (threads < 1 || threads > THREADS_MAX) return 2;
  for (int i = 0; i < threads; i++) open_loop(&loops[i], atoi(given[1]));
  pthread_t other;
  for (int i = 1; i < threads; i++) pthread_create(&other, NULL, run, &loops[i]);
  run(&loops[0]);
}
