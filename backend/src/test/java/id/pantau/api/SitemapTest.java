package id.pantau.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.election.ElectionReader;
import id.pantau.model.Election;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class SitemapTest {
  private static final Pattern LOCATION = Pattern.compile("<loc>https://e.org([^<]+)</loc>");
  private static final String BASE = "https://e.org";

  private static Set<String> locations(String xml) {
    Set<String> found = new HashSet<>();
    Matcher matcher = LOCATION.matcher(xml);
    while (matcher.find()) {
      assertTrue(found.add(matcher.group(1)), () -> matcher.group(1) + " stands twice");
    }
    return found;
  }

  @Test
  void maps_ofTheRealElection_holdEveryAreaOnceWithinTheLimits() {
    Election election = ElectionReader.packed("pemilu-2024");
    Sitemap sitemap = new Sitemap(election, Sitemap.ADDRESSES_MAX);
    Set<String> all = new HashSet<>();
    for (String map : locations(sitemap.index(BASE))) {
      String name = map.replace("/sitemap/", "").replace(".xml", "");
      String xml = Objects.requireNonNull(sitemap.map(BASE, name));
      Set<String> its = locations(xml);
      assertTrue(its.size() <= 50_000 && xml.getBytes(StandardCharsets.UTF_8).length < 50_000_000);
      its.forEach(address -> assertTrue(all.add(address), address));
    }
    assertEquals(2 * (election.areas().size() - 1), all.size(), "both pages of every area below 0");
  }

  @Test
  void maps_overTheLimit_continueInFurtherFiles() {
    Sitemap sitemap = new Sitemap(SmallElection.election(), 4);
    Set<String> maps = locations(sitemap.index(BASE));
    assertTrue(maps.contains("/sitemap/31.xml") && maps.contains("/sitemap/31-3.xml"));
    Set<String> all = new HashSet<>();
    for (String name : new String[] {"31", "31-2", "31-3"}) {
      Set<String> its = locations(Objects.requireNonNull(sitemap.map(BASE, name)));
      assertTrue(its.size() <= 4);
      all.addAll(its);
    }
    assertEquals(10, all.size());
    assertNull(sitemap.map(BASE, "31-4"));
  }
}
