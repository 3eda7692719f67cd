package io.mosskit.cli;

import io.mosskit.schema.progress.Progress;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shows how far the work has come: on a terminal one line that is written again and again, in a
/// log a plain line now and then. Thread-safe.
final class ProgressLine implements Progress, AutoCloseable {

  private static final Duration ON_TERMINAL = Duration.ofMillis(100);
  private static final Duration IN_LOG = Duration.ofSeconds(10);

  /// A terminal breaks a longer line in two, and the second half would stay.
  private static final int COLUMNS = 119;

  private final PrintWriter out;
  private final boolean interactive;
  private final Clock clock;
  private @Nullable Step last;
  private boolean shownLast;
  private Instant stageBegan;
  private Instant shown = Instant.EPOCH;
  private int width;

  ProgressLine(PrintWriter out, boolean interactive, Clock clock) {
    this.out = out;
    this.interactive = interactive;
    this.clock = clock;
    this.stageBegan = clock.instant();
  }

  @Override
  public synchronized void at(Step step) {
    Instant now = clock.instant();
    if (last == null || !last.stage().equals(step.stage())) {
      endStage();
      stageBegan = now;
      shown = interactive ? Instant.EPOCH : now;
    }
    last = step;
    shownLast = false;
    if (Duration.between(shown, now).compareTo(interactive ? ON_TERMINAL : IN_LOG) >= 0) {
      show(step, now);
      shown = now;
      shownLast = true;
    }
  }

  /// In place of the line, which then goes on below.
  @Override
  public synchronized void note(String sentence) {
    if (width > 0) {
      out.print("\r" + " ".repeat(width) + "\r");
      width = 0;
    }
    out.println("mosskit: " + sentence);
    out.flush();
  }

  private void endStage() {
    Step step = last;
    if (step != null) {
      if (!shownLast) {
        show(step, clock.instant());
      }
      if (interactive) {
        out.println();
        width = 0;
      }
      out.flush();
    }
  }

  private void show(Step step, Instant now) {
    String line = describe(step, Duration.between(stageBegan, now));
    if (interactive) {
      line = line.length() <= COLUMNS ? line : line.substring(0, COLUMNS - 1) + "…";
      String blank = " ".repeat(Math.max(0, width - line.length()));
      out.print("\r" + line + blank);
      width = line.length();
    } else {
      out.println(line);
    }
    out.flush();
  }

  static String describe(Step step, Duration elapsed) {
    double seconds = Math.max(0.001, elapsed.toMillis() / 1000.0);
    double rate = step.done() / seconds;
    StringBuilder line = new StringBuilder(step.stage()).append(": ").append(amount(step));
    if (elapsed.toMillis() >= 500) {
      line.append(", ").append(rate(step, rate));
      if (step.total() > step.done() && rate > 0) {
        line.append(", ").append(clockTime((step.total() - step.done()) / rate)).append(" left");
      }
    }
    step.remarks().forEach(remark -> line.append(", ").append(remark));
    for (Map.Entry<String, Long> count : step.counts().entrySet()) {
      line.append(", ").append(count.getKey()).append(' ').append(count.getValue());
    }
    return line.toString();
  }

  /// `12 of 40 dialogues (30 %)`, or what is done where nobody knows how much there is; the unit is
  /// left out where it is the stage's name.
  private static String amount(Step step) {
    String unit = step.unit().equals(step.stage()) ? "" : " " + unit(step);
    if (step.total() == 0) {
      return number(step, step.done()) + unit;
    }
    long percent = 100 * step.done() / step.total();
    return number(step, step.done())
        + " of "
        + number(step, step.total())
        + unit
        + " ("
        + percent
        + " %)";
  }

  private static String unit(Step step) {
    return step.unit().equals("bytes") ? "MB" : step.unit();
  }

  private static String number(Step step, long amount) {
    return step.unit().equals("bytes")
        ? String.format(Locale.ROOT, "%.1f", amount / 1e6)
        : String.format(Locale.ROOT, "%,d", amount);
  }

  private static String rate(Step step, double rate) {
    return step.unit().equals("bytes")
        ? String.format(Locale.ROOT, "%.1f MB/s", rate / 1e6)
        : String.format(Locale.ROOT, "%.1f/s", rate);
  }

  private static String clockTime(double seconds) {
    long whole = Math.round(seconds);
    return whole >= 3600
        ? String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
  }

  /// Shows the last step and leaves the line.
  @Override
  public synchronized void close() {
    endStage();
    last = null;
  }
}
