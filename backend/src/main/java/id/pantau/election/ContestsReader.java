package id.pantau.election;

import id.pantau.model.AreaTree;
import id.pantau.model.Choice;
import id.pantau.model.Contest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Turns the contests of the YAML into the model's.
 *
 * <p>A contest's scope is a list of area codes and every code is looked up in the tree, so each
 * station below the scope is one that could take a form of the contest, and no other is expected
 * to: this is the proof that domain.md §5 asks of a node's start (a scope inferred from a parent
 * area stopped Nigeria's upload in 2023).
 */
final class ContestsReader {
  private static final Pattern CHOICE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,31}");
  private static final Pattern COLOR = Pattern.compile("#[0-9A-Fa-f]{6}");

  private final AreaTree areas;
  private final Place file;

  ContestsReader(AreaTree areas, Place file) {
    this.areas = areas;
    this.file = file;
  }

  List<Contest> read(List<ElectionYaml.Ballot> ballots) {
    if (ballots.isEmpty()) {
      throw file.refused("contests is empty");
    }
    Set<String> ids = new HashSet<>();
    List<Contest> contests = new ArrayList<>();
    for (ElectionYaml.Ballot ballot : ballots) {
      Text id = ballot.id();
      if (!ElectionFiles.ID.matcher(id.value()).matches()) {
        throw at(id)
            .refused("contest id \"" + id.value() + "\" does not match " + ElectionFiles.ID);
      }
      if (!ids.add(id.value())) {
        throw at(id).refused("contest id " + id.value() + " stands twice");
      }
      contests.add(
          new Contest(
              id.value(),
              Wording.inLanguages(ballot.names(), "the name of contest " + id.value(), file),
              scope(ballot),
              choices(ballot)));
    }
    return contests;
  }

  private List<String> scope(ElectionYaml.Ballot ballot) {
    String contest = "contest " + ballot.id().value();
    List<String> codes = areas(ballot.scope(), contest + ": scope");
    long stations = 0;
    for (Text code : ballot.scope()) {
      int index = areas.find(code.value());
      stations += areas.stations(index);
      for (int up = areas.area(index).parent(); up >= 0; up = areas.area(up).parent()) {
        if (codes.contains(areas.area(up).code())) {
          throw at(code)
              .refused(
                  "%s: scope %s lies in %s"
                      .formatted(contest, code.value(), areas.area(up).code()));
        }
      }
    }
    if (stations == 0) {
      throw at(ballot.id()).refused(contest + ": no station lies in its scope");
    }
    return codes;
  }

  /** Codes of areas that exist, none twice. */
  List<String> areas(List<Text> codes, String what) {
    Set<String> seen = new HashSet<>();
    for (Text code : codes) {
      if (areas.find(code.value()) < 0) {
        throw at(code).refused(what + " names \"" + code.value() + "\", which is no area");
      }
      if (!seen.add(code.value())) {
        throw at(code).refused(what + " names " + code.value() + " twice");
      }
    }
    return codes.stream().map(Text::value).toList();
  }

  private List<Choice> choices(ElectionYaml.Ballot ballot) {
    String contest = "contest " + ballot.id().value();
    if (ballot.choices().isEmpty()) {
      throw at(ballot.id()).refused(contest + ": no choices");
    }
    Set<String> ids = new HashSet<>();
    List<Choice> choices = new ArrayList<>();
    int before = 0;
    for (ElectionYaml.Option option : ballot.choices()) {
      Text id = option.id();
      if (!CHOICE_ID.matcher(id.value()).matches()) {
        throw at(id)
            .refused(contest + ": choice id \"" + id.value() + "\" does not match " + CHOICE_ID);
      }
      if (!ids.add(id.value())) {
        throw at(id).refused(contest + ": choice id " + id.value() + " stands twice");
      }
      if (option.number() <= before) {
        throw at(id)
            .refused(
                "%s: ballot number %d after %d, numbers rise from 1"
                    .formatted(contest, option.number(), before));
      }
      before = option.number();
      choices.add(choice(option));
    }
    return choices;
  }

  private Choice choice(ElectionYaml.Option option) {
    String what = "choice " + option.id().value();
    if (!COLOR.matcher(option.color().value()).matches()) {
      throw at(option.color())
          .refused(what + ": color \"" + option.color().value() + "\" is not #RRGGBB");
    }
    return new Choice(
        option.id().value(),
        option.number(),
        Wording.of(option.name(), what + ": name", file),
        Wording.of(option.shortName(), what + ": shortName", file),
        option.color().value());
  }

  private Place at(Text text) {
    return file.at(text.line());
  }
}
