package id.pantau.count;

import id.pantau.platform.RedisLink;
import id.pantau.platform.Refused;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;

/** A Redis that evicts would forget votes: the count does not work with one. */
final class EvictionCheck {
  private EvictionCheck() {}

  static Future<Void> refuseEvicting(RedisLink link) {
    return link.send(Request.cmd(Command.INFO).arg("memory"))
        .compose(
            info -> {
              String policy = RedisLink.field(info.toString(), "maxmemory_policy");
              String limit = RedisLink.field(info.toString(), "maxmemory");
              return policy.equals("noeviction") || limit.equals("0")
                  ? Future.succeededFuture()
                  : Future.failedFuture(
                      new Refused(
                          "this Redis evicts (maxmemory-policy "
                              + policy
                              + "): counts need noeviction"));
            });
  }
}
