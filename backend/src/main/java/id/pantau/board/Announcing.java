package id.pantau.board;

import id.pantau.platform.Arrivals;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who follows the board form by form. While nobody does nothing is written down. */
final class Announcing implements Arrivals {
  private final List<Consumer<Batch>> followers = new CopyOnWriteArrayList<>();

  @Override
  public Runnable follow(Consumer<Batch> follower) {
    followers.add(follower);
    return () -> followers.remove(follower);
  }

  boolean isFollowed() {
    return !followers.isEmpty();
  }

  void tell(Batch batch) {
    followers.forEach(follower -> follower.accept(batch));
  }
}
