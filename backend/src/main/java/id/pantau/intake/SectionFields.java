package id.pantau.intake;

import id.pantau.model.Ballots;
import id.pantau.model.Electors;
import id.pantau.model.Image;
import id.pantau.model.Reason;
import id.pantau.model.Users;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a form that are objects of their own. */
final class SectionFields {
  private static final int IMAGES_MAX = 64;
  private static final int PAGE_MAX = 999;
  private static final int URL_CHARS_MAX = 1000;
  private static final int HASH_CHARS = 64;
  private static final int NOTE_CHARS_MAX = 500;
  private static final int NAMES_MAX = 32;
  private static final int NAME_CHARS_MAX = 100;
  private static final int WORD_CHARS_MAX = 32;

  private final Cursor at;

  SectionFields(Cursor at) {
    this.at = at;
  }

  Electors electors() throws IOException, Malformed {
    if (at.isNull()) {
      return Electors.NONE;
    }
    @Nullable Integer[] row = new Integer[3];
    at.object(
        name -> {
          switch (name) {
            case "all" -> row[0] = at.integerOrNull();
            case "male" -> row[1] = at.integerOrNull();
            case "female" -> row[2] = at.integerOrNull();
            default -> {
              return false;
            }
          }
          return true;
        });
    return new Electors(row[0], row[1], row[2]);
  }

  Users users() throws IOException, Malformed {
    if (at.isNull()) {
      return Users.NONE;
    }
    Electors[] rows = {Electors.NONE, Electors.NONE, Electors.NONE, Electors.NONE};
    at.object(
        name -> {
          switch (name) {
            case "dpt" -> rows[0] = electors();
            case "dptb" -> rows[1] = electors();
            case "dpk" -> rows[2] = electors();
            case "all" -> rows[3] = electors();
            default -> {
              return false;
            }
          }
          return true;
        });
    return new Users(rows[0], rows[1], rows[2], rows[3]);
  }

  Ballots ballots() throws IOException, Malformed {
    if (at.isNull()) {
      return Ballots.NONE;
    }
    @Nullable Integer[] row = new Integer[4];
    at.object(
        name -> {
          switch (name) {
            case "received" -> row[0] = at.integerOrNull();
            case "used" -> row[1] = at.integerOrNull();
            case "returned" -> row[2] = at.integerOrNull();
            case "unused" -> row[3] = at.integerOrNull();
            default -> {
              return false;
            }
          }
          return true;
        });
    return new Ballots(row[0], row[1], row[2], row[3]);
  }

  List<Image> images() throws IOException, Malformed {
    List<Image> images = new ArrayList<>(0);
    if (!at.isNull()) {
      at.array(IMAGES_MAX, () -> images.add(image()));
    }
    return images;
  }

  private Image image() throws IOException, Malformed {
    ImageFields fields = new ImageFields();
    at.object(fields);
    return fields.image();
  }

  private final class ImageFields implements Cursor.Fields {
    private int page;
    private @Nullable String url;
    private @Nullable String sha256;

    @Override
    public boolean take(String name) throws IOException, Malformed {
      switch (name) {
        case "page" -> page = page();
        case "url" -> url = at.stringOrNull(URL_CHARS_MAX);
        case "sha256" -> sha256 = at.isNull() ? null : hash();
        default -> {
          return false;
        }
      }
      return true;
    }

    private int page() throws IOException, Malformed {
      int number = at.integer();
      if (number < 1 || number > PAGE_MAX) {
        throw at.malformed("is no page, 1 to " + PAGE_MAX);
      }
      return number;
    }

    private String hash() throws IOException, Malformed {
      String hex = at.string(HASH_CHARS);
      if (!Hex.is(hex, HASH_CHARS)) {
        throw at.malformed("is not " + HASH_CHARS + " lower-case hex digits");
      }
      return hex;
    }

    private Image image() throws Malformed {
      if (page == 0) {
        throw new Malformed(at.path() + ".page", "is missing");
      }
      return new Image(page, url, sha256);
    }
  }

  Reason reason() throws IOException, Malformed {
    if (at.isNull()) {
      return Reason.NEW;
    }
    ReasonFields fields = new ReasonFields();
    at.object(fields);
    return fields.reason();
  }

  private final class ReasonFields implements Cursor.Fields {
    private Reason.@Nullable Kind kind;
    private @Nullable String note;
    private List<String> codes = List.of();
    private List<String> by = List.of();
    private @Nullable String cites;

    @Override
    public boolean take(String name) throws IOException, Malformed {
      switch (name) {
        case "kind" -> kind = kind();
        case "note" -> note = at.stringOrNull(NOTE_CHARS_MAX);
        case "codes" -> codes = names(WORD_CHARS_MAX);
        case "by" -> by = names(NAME_CHARS_MAX);
        case "cites" -> cites = at.stringOrNull(NOTE_CHARS_MAX);
        default -> {
          return false;
        }
      }
      return true;
    }

    private Reason.Kind kind() throws IOException, Malformed {
      String wire = at.string(WORD_CHARS_MAX);
      for (Reason.Kind known : Reason.Kind.values()) {
        if (known.wire().equals(wire)) {
          return known;
        }
      }
      throw at.malformed("is no kind of reason");
    }

    private List<String> names(int charsMax) throws IOException, Malformed {
      List<String> names = new ArrayList<>(0);
      if (!at.isNull()) {
        at.array(NAMES_MAX, () -> names.add(at.string(charsMax)));
      }
      return names;
    }

    private Reason reason() throws Malformed {
      if (kind == null) {
        throw new Malformed("reason.kind", "is missing");
      }
      return new Reason(kind, note, codes, by, cites);
    }
  }
}
