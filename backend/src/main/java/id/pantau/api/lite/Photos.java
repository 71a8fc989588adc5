package id.pantau.api.lite;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The photos that a form names, as text: this page shows no picture, and loads none from elsewhere.
 */
final class Photos {
  private static final int PHOTOS_MAX = 8;
  private static final int ADDRESS_CHARACTERS_MAX = 200;

  private Photos() {}

  static void write(Html html, Words words, JsonNode images) {
    html.raw("<section><h2>").text(words.say(FormWord.IMAGES)).raw("</h2>");
    if (images.isEmpty()) {
      html.paragraph(words.say(FormWord.NO_IMAGES));
    } else {
      html.raw("<ul>");
      for (int i = 0; i < Math.min(images.size(), PHOTOS_MAX); i++) {
        one(html, words, images.get(i));
      }
      html.raw("</ul>");
      if (images.size() > PHOTOS_MAX) {
        String more = words.integer(images.size() - PHOTOS_MAX);
        html.paragraph(words.say(FormWord.MORE_IN_DATA, more));
      }
      if (!allStored(images)) {
        html.raw("<p class=\"q\">").text(words.say(FormWord.IMAGES_NOTE)).raw("</p>");
      }
    }
    html.raw("</section>\n");
  }

  private static boolean allStored(JsonNode images) {
    boolean all = true;
    for (JsonNode image : images) {
      all &= image.path("stored").asBoolean();
    }
    return all;
  }

  private static void one(Html html, Words words, JsonNode image) {
    String hash = image.path("sha256").asText("");
    String page = words.say(FormWord.PAGE, image.path("page").asText());
    html.raw("<li>");
    if (image.path("stored").asBoolean() && hash.matches("[0-9a-f]{64}")) {
      html.text(page + " · ");
      html.link("/photos/" + hash, words.say(FormWord.PHOTO_STORED));
    } else {
      html.text(page + " · " + words.say(FormWord.PHOTO_ABSENT));
      String address = image.path("url").asText("");
      if (!address.isEmpty() && !address.equals("null")) {
        html.raw("<br/><code>").text(cut(address)).raw("</code>");
      }
    }
    html.raw("<br/><code class=\"q\">");
    boolean hashed = !hash.isEmpty() && !hash.equals("null");
    html.text(hashed ? "sha256 " + cut(hash) : words.say(FormWord.NO_HASH));
    html.raw("</code></li>");
  }

  private static String cut(String text) {
    return text.length() <= ADDRESS_CHARACTERS_MAX
        ? text
        : text.substring(0, ADDRESS_CHARACTERS_MAX) + "…";
  }
}
