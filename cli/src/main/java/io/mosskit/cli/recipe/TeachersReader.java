package io.mosskit.cli.recipe;

import io.mosskit.generator.money.Price;
import io.mosskit.generator.plan.TeacherPlan;
import io.mosskit.generator.teacher.TeacherSettings;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads who is asked, and how.
final class TeachersReader {

  private static final int DEFAULT_TIMEOUT_SECONDS = 120;

  private final List<TeacherPlan> plans = new ArrayList<>();
  private final SequencedMap<String, TeacherAddress> addresses = new LinkedHashMap<>();

  private final PriceList prices;

  private TeachersReader(PriceList prices) {
    this.prices = prices;
  }

  /// Who is asked.
  ///
  /// @param plans how each is called
  /// @param addresses where each is found, by the names in the plans
  record Staff(List<TeacherPlan> plans, SequencedMap<String, TeacherAddress> addresses) {}

  /// Reads `teacher: {…}`, or `teachers: [{…}, {…}]` with a weight each.
  ///
  /// @param prices for teachers that have none of their own
  static Staff read(Section section, PriceList prices) throws RecipeException {
    Optional<Section> one = section.section("teacher");
    List<Section> several = section.sections("teachers");
    if (one.isPresent() != several.isEmpty()) {
      throw section.error("give either one \"teacher\" or a list of \"teachers\"");
    }
    TeachersReader reader = new TeachersReader(prices);
    for (Section each : one.map(List::of).orElse(several)) {
      reader.add(each);
    }
    return new Staff(reader.plans, reader.addresses);
  }

  private void add(Section section) throws RecipeException {
    TeacherAddress address = address(section);
    String name = section.text("name").orElse(address.model());
    Optional<Section> price = section.section("price");
    Optional<Price> known =
        price.isPresent()
            ? Optional.of(PricesReader.price(price.get()))
            : prices.of(address.model());
    TeacherPlan plan = plan(section, name, address.concurrency());
    plan = known.map(plan::withPrice).orElse(plan);
    section.end();
    if (addresses.put(name, address) != null) {
      throw section.error("two teachers are called \"" + name + "\": give one a \"name\"");
    }
    plans.add(plan);
  }

  private static TeacherAddress address(Section section) throws RecipeException {
    boolean rehearsal = section.flag("rehearsal", false);
    Optional<String> model = section.text("model");
    Optional<String> baseUrl = section.text("base-url");
    int timeout = section.number("timeout-seconds", DEFAULT_TIMEOUT_SECONDS);
    int seed = section.number("rehearsal-seed", 1);
    double flaws = section.decimal("rehearsal-flaws", 0);
    if (!(flaws >= 0 && flaws <= 1)) {
      throw section.error("rehearsal-flaws is a share in [0, 1], not " + flaws);
    }
    if (rehearsal == model.isPresent()) {
      throw section.error("give either rehearsal: true or model: NAME");
    }
    try {
      TeacherAddress address =
          rehearsal
              ? new TeacherAddress.Rehearsal(seed, flaws)
              : new TeacherAddress.Remote(
                  ProtocolReader.settings(
                      section,
                      new TeacherSettings(
                          baseUrl.map(URI::create).orElse(TeacherSettings.OPENAI),
                          model.orElseThrow(),
                          Duration.ofSeconds(timeout))));
      return ProtocolReader.batched(section, address);
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }

  private static TeacherPlan plan(Section section, String name, int usual) throws RecipeException {
    TeacherPlan plan = TeacherPlan.of(name);
    int weight = section.number("weight", plan.weight());
    int concurrency = section.number("concurrency", usual);
    int attempts = section.number("attempts", plan.attempts());
    int wait = section.number("longest-wait", (int) plan.patience().longestWait().toSeconds());
    int requests = section.number("requests-per-minute", 0);
    int tokens = section.number("tokens-per-minute", 0);
    try {
      return plan.withWeight(weight)
          .withConcurrency(concurrency)
          .withAttempts(attempts)
          .withLongestWait(Duration.ofSeconds(wait))
          .withRates(new TeacherPlan.Rates(requests, tokens));
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }
}
