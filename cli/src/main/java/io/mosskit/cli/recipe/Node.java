package io.mosskit.cli.recipe;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A piece of YAML that knows where it stands.
sealed interface Node {

  /// `file:line`.
  Place place();

  /// Where a node stands, and the keys that lead to it.
  record Place(Path file, int line, String path) {

    Place at(int newLine, String key) {
      return new Place(file, newLine, path.isEmpty() ? key : path + "." + key);
    }

    Place element(int newLine, int index) {
      return new Place(file, newLine, path + "[" + index + "]");
    }

    /// An error at this place.
    RecipeException error(String message) {
      return new RecipeException(
          file + ":" + line + ": " + (path.isEmpty() ? "" : path + ": ") + message);
    }
  }

  /// Text, a number, true, false, or nothing.
  record Scalar(Place place, String text) implements Node {}

  /// A list.
  record Sequence(Place place, List<Node> elements) implements Node {}

  /// Names and values.
  record Mapping(Place place, Map<String, Node> members) implements Node {}

  /// The whole of a YAML file.
  static Node read(Path file) throws IOException, RecipeException {
    Place top = new Place(file, 1, "");
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "is a folder; name a recipe in it");
    }
    try (JsonParser parser = new YAMLFactory().createParser(Files.readString(file))) {
      if (parser.nextToken() == null) {
        throw top.error("the recipe is empty");
      }
      return read(parser, top);
    } catch (CharacterCodingException _) {
      throw top.error("no UTF-8: save the recipe in that encoding");
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String message = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      throw top.at(line, "").error("no YAML: " + message);
    }
  }

  private static Node read(JsonParser parser, Place place) throws IOException, RecipeException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Node> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String key = parser.currentName();
          Place member = place.at(parser.currentTokenLocation().getLineNr(), key);
          parser.nextToken();
          if (members.put(key, read(parser, member)) != null) {
            throw member.error("this key comes twice");
          }
        }
        yield new Mapping(place, members);
      }
      case START_ARRAY -> {
        List<Node> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          int line = parser.currentTokenLocation().getLineNr();
          elements.add(read(parser, place.element(line, elements.size())));
        }
        yield new Sequence(place, elements);
      }
      case VALUE_NULL -> new Scalar(place, "");
      default -> new Scalar(place, parser.getText());
    };
  }
}
