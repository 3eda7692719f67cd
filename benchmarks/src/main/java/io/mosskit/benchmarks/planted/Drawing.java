package io.mosskit.benchmarks.planted;

import io.mosskit.benchmarks.planted.Drawn.DrawnTurn;
import io.mosskit.benchmarks.planted.Drawn.Piece;
import io.mosskit.benchmarks.planted.Phrasing.Draw;
import io.mosskit.benchmarks.planted.Phrasing.PhrasedCall;
import io.mosskit.benchmarks.planted.Phrasing.PhrasedTurn;
import io.mosskit.plugins.Execution;
import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Plugins;
import io.mosskit.plugins.Round;
import io.mosskit.schema.Capability;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import io.mosskit.schema.trace.Results.Block;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills the slots of a phrasing: draws its values, makes its calls, writes its replies.
final class Drawing {

  private static final Pattern SLOT =
      Pattern.compile("\\{([a-z]|r\\d+)(?:\\.(\\d))?(?::([^}\\s]+))?}");
  private static final Pattern CITATION = Pattern.compile("\\[(\\d+)]");
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  private final Phrasing phrasing;
  private final Map<String, String> values = new HashMap<>();
  private final List<List<String>> results = new ArrayList<>();

  private Drawing(Phrasing phrasing, RandomGenerator random) {
    this.phrasing = phrasing;
    for (Draw draw : phrasing.draws()) {
      values.put(draw.name(), draw(draw.range(), random));
    }
  }

  /// One dialogue of this phrasing.
  static Drawn of(Phrasing phrasing, RandomGenerator random) {
    return new Drawing(phrasing, random).dialogue();
  }

  private static String draw(String range, RandomGenerator random) {
    int dots = range.indexOf("..");
    if (dots < 0) {
      String[] choices = range.split("\\|");
      return choices[random.nextInt(choices.length)];
    }
    BigDecimal low = new BigDecimal(range.substring(0, dots));
    BigDecimal high = new BigDecimal(range.substring(dots + 2));
    int scale = low.scale();
    long from = low.unscaledValue().longValueExact();
    long to = high.setScale(scale).unscaledValue().longValueExact();
    return new BigDecimal(BigInteger.valueOf(random.nextLong(from, to + 1)), scale).toPlainString();
  }

  private Drawn dialogue() {
    Plugins plugins = Plugins.installed().with(search());
    List<DrawnTurn> turns = new ArrayList<>();
    for (PhrasedTurn turn : phrasing.turns()) {
      turns.add(turn(turn, plugins));
    }
    return new Drawn(
        phrasing.line(), phrasing.family(), phrasing.language(), enabled(), plugins, turns);
  }

  private TableSearch search() {
    Map<String, List<String>> table = new HashMap<>();
    for (PhrasedTurn turn : phrasing.turns()) {
      for (PhrasedCall call : turn.calls()) {
        if (call.plugin().equals("Search")) {
          table.put(filled(call.argument()), call.snippets().stream().map(this::filled).toList());
        }
      }
    }
    return new TableSearch(table);
  }

  private Set<Capability> enabled() {
    Set<Capability> enabled = EnumSet.of(Capability.INNER_THOUGHTS);
    enabled.addAll(
        switch (phrasing.family()) {
          case "calculator" -> Set.of(Capability.CALCULATOR);
          case "equation-solver" -> Set.of(Capability.EQUATION_SOLVER);
          case "web-search" -> Set.of(Capability.WEB_SEARCH);
          default ->
              Set.of(Capability.CALCULATOR, Capability.EQUATION_SOLVER, Capability.WEB_SEARCH);
        });
    return enabled;
  }

  private DrawnTurn turn(PhrasedTurn turn, Plugins plugins) {
    List<PluginCall> calls =
        turn.calls().stream()
            .map(call -> new PluginCall(call.plugin(), filled(call.argument())))
            .toList();
    Round round = Round.of(calls, plugins, Limits.DEFAULT, CLOCK);
    for (Execution execution : round.executions()) {
      results.add(
          execution
              .outcome()
              .printed()
              .lines()
              .map(line -> line.replaceFirst("^[a-z]\\w* = ", ""))
              .toList());
    }
    List<Block> blocks =
        round.results() instanceof Results.Blocks(var answered) ? answered : List.of();
    String user = filled(turn.user());
    return new DrawnTurn(user, filled(turn.thoughts()), calls, blocks, reply(turn.reply(), user));
  }

  /// A text without pieces.
  private String filled(String text) {
    return SLOT.matcher(text)
        .replaceAll(slot -> Matcher.quoteReplacement(plain(value(slot.group(1), slot.group(2)))));
  }

  private String value(String name, String index) {
    String drawn = values.get(name);
    if (drawn != null) {
      return drawn;
    }
    List<String> lines = results.get(Integer.parseInt(name.substring(1)) - 1);
    return lines.get(index == null ? 0 : Integer.parseInt(index) - 1);
  }

  /// A number without the zeros that a plugin prints after it.
  private static String plain(String value) {
    return value.matches("-?\\d+\\.0") ? value.substring(0, value.length() - 2) : value;
  }

  private List<Piece> reply(String text, String user) {
    List<Piece> pieces = new ArrayList<>();
    Matcher slot = SLOT.matcher(text);
    int from = 0;
    while (slot.find()) {
      pieces.add(words(text.substring(from, slot.start())));
      pieces.add(piece(slot, user));
      from = slot.end();
    }
    pieces.add(words(text.substring(from)));
    return pieces;
  }

  private static Piece words(String text) {
    return new Piece.Words(CITATION.matcher(text).replaceAll("<sup><|$1|></sup>"));
  }

  /// A number that comes from a result can be told wrongly; one of the user's own cannot be
  /// planted.
  private Piece piece(Matcher slot, String user) {
    String value = value(slot.group(1), slot.group(2));
    String format = slot.group(3) == null ? "" : slot.group(3);
    boolean isNumber = value.matches("-?\\d+(?:\\.\\d+)?(?:e[-+]?\\d+)?");
    boolean fromUser = values.containsKey(slot.group(1)) && user.contains(value);
    if (format.equals("tex")) {
      return new Piece.Words(tex(value));
    }
    if (!isNumber) {
      return new Piece.Words(value);
    }
    Piece.Stated stated = new Piece.Stated(new BigDecimal(value), Rendering.of(format));
    return fromUser ? new Piece.Words(stated.text()) : stated;
  }

  private static String tex(String value) {
    return value.replaceFirst("(\\d+)/(\\d+)", "\\\\frac{$1}{$2}");
  }
}
