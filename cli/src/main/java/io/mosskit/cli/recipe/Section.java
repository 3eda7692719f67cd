package io.mosskit.cli.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A mapping whose keys are taken one by one; what nobody has taken in the end is a mistake.
final class Section {

  private final Node.Place place;
  private final Map<String, Node> left;
  private final List<String> known = new ArrayList<>();

  private Section(Node.Place place, Map<String, Node> members) {
    this.place = place;
    this.left = new LinkedHashMap<>(members);
  }

  static Section of(Node node) throws RecipeException {
    return switch (node) {
      case Node.Mapping(var place, var members) -> new Section(place, members);
      case Node.Scalar(var place, var text) when text.isEmpty() -> new Section(place, Map.of());
      case Node.Scalar _, Node.Sequence _ -> throw node.place().error("expected keys and values");
    };
  }

  Optional<Node> node(String key) {
    known.add(key);
    return Optional.ofNullable(left.remove(key));
  }

  /// The value of a key, which stays to be taken.
  Optional<Node> peek(String key) {
    return Optional.ofNullable(left.get(key));
  }

  Optional<Section> section(String key) throws RecipeException {
    Optional<Node> node = node(key);
    return node.isEmpty() ? Optional.empty() : Optional.of(of(node.get()));
  }

  /// The elements of a list of mappings; none where the key is absent.
  List<Section> sections(String key) throws RecipeException {
    List<Section> sections = new ArrayList<>();
    Optional<Node> node = node(key);
    if (node.isPresent()) {
      if (!(node.get() instanceof Node.Sequence(var _, var elements))) {
        throw node.get().place().error("expected a list");
      }
      for (Node element : elements) {
        sections.add(of(element));
      }
    }
    return sections;
  }

  Optional<String> text(String key) throws RecipeException {
    return value(key, Function.identity(), "a text");
  }

  int number(String key, int otherwise) throws RecipeException {
    return value(key, Integer::valueOf, "a whole number").orElse(otherwise);
  }

  double decimal(String key, double otherwise) throws RecipeException {
    return value(key, Double::valueOf, "a number").orElse(otherwise);
  }

  boolean flag(String key, boolean otherwise) throws RecipeException {
    Function<String, Boolean> read =
        text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException(text);
            };
    return value(key, read, "true or false").orElse(otherwise);
  }

  /// The text of a key, read by a function that throws [IllegalArgumentException] for what it
  /// cannot read.
  <T> Optional<T> value(String key, Function<String, T> read, String expected)
      throws RecipeException {
    Optional<Node> node = node(key);
    return node.isEmpty() ? Optional.empty() : Optional.of(value(node.get(), read, expected));
  }

  static <T> T value(Node node, Function<String, T> read, String expected) throws RecipeException {
    if (node instanceof Node.Scalar(var place, var text)) {
      try {
        return read.apply(text);
      } catch (IllegalArgumentException _) {
        throw place.error("expected " + expected + ", found \"" + text + "\"");
      }
    }
    throw node.place().error("expected " + expected);
  }

  /// The texts of a list, or a single one.
  List<String> texts(String key) throws RecipeException {
    Optional<Node> node = node(key);
    if (node.isEmpty()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    switch (node.get()) {
      case Node.Sequence(var _, var elements) -> {
        for (Node element : elements) {
          texts.add(value(element, Function.identity(), "a text"));
        }
      }
      case Node.Scalar scalar -> texts.add(scalar.text());
      case Node.Mapping mapping ->
          throw mapping.place().error("expected a text or a list of texts");
    }
    return texts;
  }

  /// The members that are still there, all taken now.
  Map<String, Node> rest() {
    Map<String, Node> rest = new LinkedHashMap<>(left);
    left.clear();
    return rest;
  }

  RecipeException error(String message) {
    return place.error(message);
  }

  /// To be called when all known keys are taken.
  void end() throws RecipeException {
    for (Map.Entry<String, Node> unknown : left.entrySet()) {
      throw unknown.getValue().place().error("unknown key; known are " + known);
    }
  }
}
