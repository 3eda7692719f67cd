package io.mosskit.generator.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// What a run may cost, over all its starts.
///
/// @param dollars at most so many; any number where absent
/// @param tokens at most so many of requests and answers together, likewise
public record Budget(Optional<Dollars> dollars, OptionalLong tokens) {

  public static final Budget UNLIMITED = new Budget(Optional.empty(), OptionalLong.empty());

  public Budget {
    if (dollars.orElse(Dollars.ZERO).compareTo(Dollars.ZERO) < 0 || tokens.orElse(0) < 0) {
      throw new IllegalArgumentException("a budget is at least 0, not " + words(dollars, tokens));
    }
  }

  public Budget withDollars(Dollars most) {
    return new Budget(Optional.of(most), tokens);
  }

  public Budget withTokens(long most) {
    return new Budget(dollars, OptionalLong.of(most));
  }

  boolean covers(Cost cost) {
    return (dollars.isEmpty() || cost.dollars().compareTo(dollars.get()) <= 0)
        && (tokens.isEmpty() || cost.tokens() <= tokens.getAsLong());
  }

  /// `$5.0000 and 1,000,000 tokens`.
  @Override
  public String toString() {
    return words(dollars, tokens);
  }

  private static String words(Optional<Dollars> dollars, OptionalLong tokens) {
    List<String> words = new ArrayList<>();
    dollars.ifPresent(most -> words.add(most.toString()));
    tokens.ifPresent(most -> words.add(String.format(Locale.ROOT, "%,d tokens", most)));
    return String.join(" and ", words);
  }
}
