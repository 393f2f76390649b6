package dev.assay.data.prior;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A {@link PriorExplanation} in sentences. */
final class PriorWords {

  private static final int NAMED = 5;

  private PriorWords() {}

  static List<String> of(PriorExplanation explanation) {
    List<String> words = new ArrayList<>();
    words.add(
        String.format(
            Locale.ROOT,
            "'%s' was positive in %s before %s and in %s since: %s.",
            explanation.label(),
            explanation.before().inWords(),
            explanation.split(),
            explanation.after().inWords(),
            points(explanation.change())));
    addSources(words, explanation.sources());
    explanation.groups().ifPresent(groups -> addGroups(words, groups));
    addEvents(words, explanation.events());
    addHorizons(words, explanation.horizons());
    return List.copyOf(words);
  }

  private static void addSources(List<String> words, List<Contribution> sources) {
    if (sources.isEmpty()) {
      return;
    }
    double mix = sources.stream().mapToDouble(Contribution::mix).sum();
    double within = sources.stream().mapToDouble(Contribution::within).sum();
    words.add(
        String.format(
            Locale.ROOT,
            "By source: %s because the mix of sources moved, %s because rates within sources did"
                + " (%s).",
            points(mix),
            points(within),
            named(sources)));
  }

  private static void addGroups(List<String> words, GroupEffect groups) {
    words.add(
        String.format(
            Locale.ROOT,
            "By group: %s from the rates of groups that were there before, %s from their shares of"
                + " the rows, %s from %d new groups, %s from %d that are gone (%s).",
            points(groups.within()),
            points(groups.mix()),
            points(groups.added()),
            groups.addedGroups(),
            points(groups.gone()),
            groups.goneGroups(),
            named(groups.contributions())));
  }

  private static void addEvents(List<String> words, EventEffect events) {
    words.add(
        String.format(
            Locale.ROOT,
            "By event: %d events of %.1f rows on average before, %d of %.1f since; %s from their"
                + " number, %s from their length. Counted once each, events would make %s before"
                + " and %s since.",
            events.before().events(),
            events.before().meanLength(),
            events.after().events(),
            events.after().meanLength(),
            points(events.frequency()),
            points(events.length()),
            events.before().oncePerEvent().inWords(),
            events.after().oncePerEvent().inWords()));
  }

  private static void addHorizons(List<String> words, List<HorizonRates> horizons) {
    if (horizons.isEmpty()) {
      return;
    }
    String rates =
        horizons.stream()
            .map(
                each ->
                    String.format(
                        Locale.ROOT,
                        "%d days: %.1f%% before, %.1f%% since",
                        each.days(),
                        100 * each.before().value().orThrow(),
                        100 * each.after().value().orThrow()))
            .collect(Collectors.joining("; "));
    words.add("By horizon, as far as the labels tell: " + rates + ".");
  }

  private static String named(List<Contribution> contributions) {
    String named =
        contributions.stream()
            .limit(NAMED)
            .map(each -> each.level() + " " + points(each.total()))
            .collect(Collectors.joining(", "));
    return contributions.size() > NAMED ? named + ", ..." : named;
  }

  private static String points(double change) {
    return String.format(Locale.ROOT, "%+.1f points", 100 * change);
  }
}
