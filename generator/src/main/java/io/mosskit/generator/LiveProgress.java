package io.mosskit.generator;

import io.mosskit.generator.asking.Asker;
import io.mosskit.generator.asking.Teachers;
import io.mosskit.generator.asking.Time;
import io.mosskit.generator.asking.Traffic;
import io.mosskit.generator.money.Purse;
import io.mosskit.schema.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/// Adds to what stages report how the traffic with the teachers goes and what it has cost, and
/// repeats it with each answer, so that a long dialogue does not look like a halt. Thread-safe.
final class LiveProgress implements Progress {

  private final Progress progress;
  private final Asker asker;
  private final Teachers teachers;
  private final Purse purse;
  private final Time time;
  private final AtomicReference<Step> last = new AtomicReference<>();

  LiveProgress(Progress progress, Asker asker, Teachers teachers, Purse purse, Time time) {
    this.progress = progress;
    this.asker = asker;
    this.teachers = teachers;
    this.purse = purse;
    this.time = time;
    asker.onAnswer(this::again);
  }

  @Override
  public void at(Step step) {
    last.set(step);
    progress.at(step.withRemarks(remarks()));
  }

  @Override
  public void note(String sentence) {
    progress.note(sentence);
  }

  private void again() {
    Step step = last.get();
    if (step != null) {
      progress.at(step.withRemarks(remarks()));
    }
  }

  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    long most = purse.spent().atMost().dollars().pico();
    if (most > 0 || purse.budget().dollars().isPresent()) {
      remarks.add(
          purse.spent().billed().dollars()
              + purse.budget().dollars().map(dollars -> " of " + dollars).orElse(""));
    }
    if (purse.budget().tokens().isPresent()) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d tokens",
              purse.spent().atMost().tokens(),
              purse.budget().tokens().getAsLong()));
    }
    remarks.add(
        String.format(Locale.ROOT, "%,d/%,d in flight", teachers.underWay(), teachers.limit()));
    Traffic.Speed speed = asker.traffic().speed(time.now());
    remarks.add(
        String.format(
            Locale.ROOT, "%.1f requests/s, %,.0f tokens/s", speed.requests(), speed.tokens()));
    return remarks;
  }
}
