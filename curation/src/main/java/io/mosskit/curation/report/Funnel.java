package io.mosskit.curation.report;

import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.CurationSummary.Reason;
import io.mosskit.curation.filter.Profile.Action;
import io.mosskit.curation.report.Html.Element;
import java.util.ArrayList;
import java.util.List;

/// How many records come in, and how many are left after each step.
record Funnel(CurationSummary summary) {

  /// What a step did.
  ///
  /// @param reached how many records came so far
  /// @param dropped how many of them it dropped
  record Passage(Step step, long reached, long dropped) {

    long left() {
      return reached - dropped;
    }
  }

  /// The steps that were taken, in their order.
  List<Passage> passages() {
    List<Passage> passages = new ArrayList<>();
    long reached = summary.recordsIn();
    for (Step step : Step.values()) {
      long dropped = dropped(step);
      if (dropped > 0 || isTaken(step)) {
        passages.add(new Passage(step, reached, dropped));
      }
      reached -= dropped;
    }
    return passages;
  }

  private long dropped(Step step) {
    return summary.reasons().stream()
        .filter(reason -> Step.of(reason) == step)
        .mapToLong(Reason::count)
        .sum();
  }

  private boolean isTaken(Step step) {
    return switch (step) {
      case READ, EXACT, NEAR -> true;
      case FILTER -> !summary.plan().profile().filters(Action.DROP).isEmpty();
      case CONTAMINATION -> summary.plan().decontamination().isPresent();
      case OTHER -> false;
    };
  }

  Element chart() {
    List<BarChart.Bar> bars = new ArrayList<>();
    long in = summary.recordsIn();
    bars.add(new BarChart.Bar("came in", in, 0, Figures.of(in)));
    for (Passage passage : passages()) {
      bars.add(
          new BarChart.Bar(
              passage.step().passed(), passage.left(), passage.dropped(), number(passage)));
    }
    return new BarChart(
            "funnel",
            "Records left after each step",
            new Findings(summary).result()
                + " A bar for each step, with the records that it drops behind those that it leaves;"
                + " the table below has the numbers.",
            List.of(new BarChart.Group("", bars)))
        .svg();
  }

  private static String number(Passage passage) {
    return passage.dropped() == 0
        ? Figures.of(passage.left())
        : "%s (−%s)".formatted(Figures.of(passage.left()), Figures.of(passage.dropped()));
  }

  Element table() {
    Table table =
        new Table(
                "funnel-table",
                "What each step dropped, and its share of the records that reached it")
            .texts("Step")
            .numbers("Reached it", "Dropped", "Share", "Left");
    for (Passage passage : passages()) {
      table.row(
          passage.step().label(),
          Figures.of(passage.reached()),
          Figures.of(passage.dropped()),
          Figures.share(passage.dropped(), passage.reached()),
          Figures.of(passage.left()));
    }
    return table.html();
  }
}
