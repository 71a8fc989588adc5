package id.pantau.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** F30 and wrong types: text that is no form, the field it must name, and why. */
class MalformedTextTest {
  static List<String[]> malformed() {
    String v = FormText.VALID;
    return List.of(
        new String[] {"", "", "is empty"},
        new String[] {"null", "", "is not an object"},
        new String[] {"[" + v + "]", "", "is not an object"},
        new String[] {"\uFEFF" + v, "", "is not valid JSON"},
        new String[] {v + "x", "", "is not valid JSON"},
        new String[] {v + "{}", "", "has text after its end"},
        new String[] {v + "," + v, "", "is not valid JSON"},
        new String[] {v + "\u0000", "", "is not valid JSON"},
        new String[] {v + "//", "", "is not valid JSON"},
        new String[] {v.substring(0, v.length() - 1), "reason", "is not valid JSON"},
        new String[] {"{/* no */" + v.substring(1), "", "is not valid JSON"},
        new String[] {"{#no\n" + v.substring(1), "", "is not valid JSON"},
        new String[] {v.replace('"', '\''), "", "is not valid JSON"},
        new String[] {FormText.with("\"total\":166", "total:166"), "invalid", "is not valid JSON"},
        new String[] {FormText.with("[],\"by\"", "[,],\"by\""), "reason.codes.0", "is not valid"},
        new String[] {FormText.with("\"total\":166", "\"total\":166,"), "total", "is not valid"},
        new String[] {
          FormText.with("\"total\":166", "\"total\":166,\"total\":166"), "total", "is written twice"
        },
        new String[] {
          FormText.with("\"100026\":19", "\"100026\":19,\"\\u0031\\u00300025\":1"),
          "votes.100025",
          "is written twice"
        },
        new String[] {FormText.with("\"total\"", "\"Total\""), "Total", "is no field of a form"},
        new String[] {FormText.with("\"male\":80", "\"man\":80"), "users.dpt.man", "is no field"},
        new String[] {FormText.with("\"used\"", "\"spent\""), "ballots.spent", "is no field"},
        new String[] {FormText.with("\"page\":1", "\"no\":1"), "images.0.no", "is no field"},
        new String[] {FormText.with("\"note\"", "\"text\""), "reason.text", "is no field"},
        new String[] {FormText.with("\"total\"", "\"\\ud800\""), "?", "is no field"},
        new String[] {
          FormText.with("\"new\",\"note\":null", "\"new\",\"note\":\"\\ud800\""),
          "reason.note",
          "has half a surrogate pair"
        },
        new String[] {
          FormText.with("\"note\":null", "\"note\":\"\\udc00\\ud800\""),
          "reason.note",
          "has half a surrogate pair"
        },
        new String[] {
          FormText.with("\"note\":null", "\"note\":\"a\\u0000b\""),
          "reason.note",
          "has a control character"
        },
        new String[] {
          FormText.with("\"note\":null", "\"note\":\"a\u0000b\""),
          "reason.note",
          "is not valid JSON"
        },
        new String[] {
          FormText.with("\"note\":null", "\"note\":\"a\nb\""), "reason.note", "is not valid JSON"
        },
        new String[] {
          FormText.with("\"note\":null", "\"note\":\"\\x41\""), "reason.note", "is not valid JSON"
        },
        new String[] {
          FormText.with("\"valid\":165", "\"valid\":" + "[".repeat(1001)),
          "valid",
          "is not an integer"
        },
        new String[] {"[".repeat(1001), "", "is not an object"},
        new String[] {FormText.with("\"contest\":\"ppwp\",", ""), "contest", "is missing"},
        new String[] {FormText.with("\"revision\":1,", ""), "revision", "is missing"},
        new String[] {FormText.with("\"method\":\"machine\",", ""), "method", "is missing"},
        new String[] {
          FormText.with("\"station\":\"1101012001001\"", "\"station\":1101012001001"),
          "station",
          "is not a string"
        },
        new String[] {FormText.with("1101012001001", "11010120010011"), "station", "is longer"},
        new String[] {
          FormText.with("\"generation\":0", "\"generation\":32"), "generation", "is out of range"
        },
        new String[] {FormText.with("\"machine\"", "\"MACHINE\""), "method", "is none of"},
        new String[] {
          FormText.with("\"kind\":\"new\"", "\"kind\":\"whim\""), "reason.kind", "is no kind"
        },
        new String[] {FormText.with("\"kind\":\"new\",", ""), "reason.kind", "is missing"},
        new String[] {
          FormText.with("{\"100025\":144,\"100026\":19,\"100027\":2}", "[1]"),
          "votes",
          "is not an object"
        },
        new String[] {
          FormText.with("\"100025\":144", "\"100025\":null"), "votes.100025", "is not an integer"
        },
        new String[] {FormText.with("\"100025\"", "\"=cmd()\""), "votes.=cmd()", "is no id"},
        new String[] {FormText.with("\"100025\"", "\"\""), "votes", "is no id"},
        new String[] {FormText.with("\"page\":1,", ""), "images.0.page", "is missing"},
        new String[] {FormText.with("\"page\":1,", "\"page\":0,"), "images.0.page", "is no page"},
        new String[] {
          FormText.with(FormText.HASH, "AB".repeat(32)), "images.0.sha256", "is not 64"
        },
        new String[] {
          FormText.with(FormText.HASH, "ab".repeat(31)), "images.0.sha256", "is not 64"
        },
        new String[] {
          FormText.with("\"by\":[]", "\"by\":[null]"), "reason.by.0", "is not a string"
        },
        new String[] {FormText.with("\"by\":[]", "\"by\":{}"), "reason.by", "is not an array"});
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void parse_malformedText_namesTheFieldAndSaysWhy(String text, String field, String why) {
    Malformed malformed = FormParserTest.refuses(text);
    assertEquals(field, malformed.field(), malformed.sentence());
    String subject = field.isEmpty() ? "the form" : field;
    assertTrue(malformed.sentence().startsWith(subject + " " + why), malformed::sentence);
  }
}
