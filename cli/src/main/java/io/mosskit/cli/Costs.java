package io.mosskit.cli;

import io.mosskit.generator.money.Cost;
import io.mosskit.generator.money.Dollars;
import io.mosskit.generator.money.Spent;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a run has cost, for people and for programs.
final class Costs {

  private Costs() {}

  static List<String> lines(Spent spent) {
    List<String> lines = new ArrayList<>();
    if (spent.atMost().tokens() > 0) {
      lines.add("Cost over all starts: " + words(spent.billed()));
    }
    if (spent.estimated() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  of it %,d answers did not say what they took, and count with the most that it can be",
              spent.estimated()));
    }
    if (spent.lost() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  besides, %,d requests without an answer may have been billed, at most %s",
              spent.lost(),
              words(spent.possible())));
    }
    return lines;
  }

  private static String words(Cost cost) {
    String tokens =
        String.format(
            Locale.ROOT, "%,d + %,d tokens", cost.promptTokens(), cost.completionTokens());
    return cost.dollars().equals(Dollars.ZERO) ? tokens : cost.dollars() + " for " + tokens;
  }

  static Json.Obj json(Spent spent) {
    return Json.object()
        .put("billed", json(spent.billed()))
        .put("estimated_answers", spent.estimated())
        .put("possible", json(spent.possible()))
        .put("lost_requests", spent.lost())
        .build();
  }

  static Json.Obj json(Cost cost) {
    return Json.object()
        .put("prompt_tokens", cost.promptTokens())
        .put("completion_tokens", cost.completionTokens())
        .put("usd", new Json.Num(cost.dollars().amount().toPlainString()))
        .build();
  }
}
