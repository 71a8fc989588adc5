package id.pantau.intake;

import id.pantau.model.Act;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the acts of submitters say of keys, whatever the file says: the newest key of each, and who
 * has none any more. Revoked is for ever.
 */
final class GrantedKeys {
  static final GrantedKeys NONE = new GrantedKeys(List.of());
  private final Map<String, Act> newest = new LinkedHashMap<>();
  private final Map<String, String> created = new HashMap<>();
  private final Map<String, Act> revoked = new HashMap<>();
  private final Set<String> dead = new HashSet<>();

  /**
   * @param acts of submitters, oldest first
   */
  GrantedKeys(List<Act> acts) {
    for (Act act : acts) {
      Act.Grant grant = act.grant();
      if (grant == null) {
        continue;
      }
      created.putIfAbsent(act.subject(), act.since().toString());
      if (act.kind() == Act.Kind.SUBMITTER_REVOKED) {
        revoked.putIfAbsent(act.subject(), act);
        dead.add(grant.hash());
      } else {
        Act before = newest.put(act.subject(), act);
        if (before != null && before.grant() != null) {
          dead.add(before.grant().hash());
        }
      }
    }
  }

  /** The entries of the file as the acts leave them, those that it lacks at the end. */
  List<KeyEntry> over(List<KeyEntry> file) {
    List<KeyEntry> entries = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (KeyEntry entry : file) {
      known.add(entry.id());
      entries.add(over(entry));
    }
    Map<String, Act> ids = new LinkedHashMap<>(newest);
    revoked.forEach(ids::putIfAbsent);
    ids.forEach(
        (id, act) -> {
          Act.Grant grant = act.grant();
          if (!known.contains(id) && grant != null) {
            entries.add(
                over(
                    new KeyEntry(
                        id,
                        grant.hash(),
                        grant.areas(),
                        grant.methods(),
                        false,
                        created.getOrDefault(id, act.since().toString()),
                        grant.label(),
                        null)));
          }
        });
    return entries;
  }

  private KeyEntry over(KeyEntry entry) {
    Act end = revoked.get(entry.id());
    Act act = newest.get(entry.id());
    Act.Grant grant = act == null ? null : act.grant();
    String hash = grant == null ? entry.hash() : grant.hash();
    @Nullable String over = entry.revoked();
    if (end != null) {
      over = end.since().toString();
    } else if (over == null && dead.contains(hash)) {
      // The same key under another id: whoever holds it is not to be heard.
      over = entry.created();
    }
    return new KeyEntry(
        entry.id(),
        hash,
        entry.areas(),
        entry.methods(),
        entry.decides(),
        entry.created(),
        entry.label(),
        over);
  }
}
