package id.pantau.platform;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that starts its own Redis and waits to be killed: a node that dies. */
public final class OwnRedisChild {
  private OwnRedisChild() {}

  public static void main(String[] args) throws InterruptedException {
    OwnRedis own = OwnRedis.start(Path.of(args[0]), 64);
    System.out.println(own.pid() + " " + own.uri());
    new CountDownLatch(1).await();
  }
}
