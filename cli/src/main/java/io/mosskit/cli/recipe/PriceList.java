package io.mosskit.cli.recipe;

import io.mosskit.generator.money.Price;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What models cost, from a YAML file: `gpt-4o-mini: {input: 0.15, output: 0.60}` a model, in US
/// dollars for a million tokens. A name may hold `*` for any characters; a name in full goes before
/// these, and an earlier line before a later one.
///
/// @param prices by model, in the order of the file
public record PriceList(SequencedMap<String, Price> prices) {

  public static final PriceList EMPTY = new PriceList(new LinkedHashMap<>());

  public PriceList {
    prices = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(prices));
  }

  /// Reads a price list.
  ///
  /// @throws RecipeException naming file and line, where something in it is not understood
  public static PriceList read(Path file) throws IOException, RecipeException {
    SequencedMap<String, Price> prices = new LinkedHashMap<>();
    for (Map.Entry<String, Node> entry : Section.of(Node.read(file)).rest().entrySet()) {
      prices.put(entry.getKey(), PricesReader.price(Section.of(entry.getValue())));
    }
    return new PriceList(prices);
  }

  /// What a model costs, where the list says so.
  public Optional<Price> of(String model) {
    Price exact = prices.get(model);
    return exact != null
        ? Optional.of(exact)
        : prices.entrySet().stream()
            .filter(entry -> matches(entry.getKey(), model))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  private static boolean matches(String name, String model) {
    String regex =
        Pattern.compile("\\*")
            .splitAsStream(name + " ")
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return (model + " ").matches(regex);
  }
}
