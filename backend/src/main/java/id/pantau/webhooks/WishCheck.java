package id.pantau.webhooks;

import id.pantau.model.Election;
import id.pantau.model.Topic;
import id.pantau.platform.Refused;
import id.pantau.platform.Settings;
import id.pantau.platform.Webhooks;
import id.pantau.platform.Webhooks.Unfit;
import io.vertx.core.Future;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Refuses what cannot be registered, with one sentence. */
final class WishCheck {
  private static final int LABEL_CHARS_MAX = 80;
  private static final int URL_CHARS_MAX = 500;
  private static final int UNFIT = 422;

  private final Election election;
  private final Settings.Webhooks limits;
  private final Courier courier;

  WishCheck(Election election, Settings.Webhooks limits, Courier courier) {
    this.election = election;
    this.limits = limits;
    this.courier = courier;
  }

  /** The same wish without doubles; fails with {@link Unfit}. */
  Future<Webhooks.Wish> check(Webhooks.Wish wish) {
    String label = wish.label().strip();
    if (label.isEmpty()
        || label.length() > LABEL_CHARS_MAX
        || label.chars().anyMatch(Character::isISOControl)) {
      return unfit("label", "a label is one line of 1 to " + LABEL_CHARS_MAX + " characters");
    }
    Set<String> topics = new LinkedHashSet<>(wish.topics());
    if (topics.isEmpty() && !wish.acts()) {
      return unfit("no-topics", "a webhook is told of a topic at least, or of acts");
    }
    if (topics.size() > limits.topicsPerHookMax()) {
      return unfit(
          "too-many-topics", "a webhook has at most " + limits.topicsPerHookMax() + " topics");
    }
    for (String topic : topics) {
      if (!isTopic(topic)) {
        return unfit("unknown-topic", "there is no contest and area " + topic);
      }
    }
    Webhooks.Wish tidied =
        new Webhooks.Wish(label, wish.url().strip(), List.copyOf(topics), wish.acts(), wish.by());
    return address(tidied.url()).map(found -> tidied);
  }

  private boolean isTopic(String text) {
    Topic topic = Topic.parse(text);
    return topic != null
        && !topic.children()
        && election.contest(topic.contest()) != null
        && election.areas().find(topic.area()) >= 0;
  }

  private Future<?> address(String text) {
    URI url;
    try {
      url = new URI(text);
    } catch (URISyntaxException e) {
      return unfit("address", "that is no address (https://…)");
    }
    if (text.length() > URL_CHARS_MAX || url.getRawFragment() != null || url.getPort() > 65_535) {
      return unfit("address", "an address has at most " + URL_CHARS_MAX + " characters, and no #");
    }
    return courier
        .address(url)
        .recover(
            why ->
                why instanceof Refused
                    ? unfit("address", String.valueOf(why.getMessage()))
                    : Future.failedFuture(why));
  }

  private static <T> Future<T> unfit(String code, String detail) {
    return Future.failedFuture(new Unfit(UNFIT, code, detail));
  }
}
