package io.mosskit.curation.report;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// A piece of a page that is HTML and well-formed XML at once. What is not an element is [Text],
/// which leaves escaped, so that no text becomes markup; an element leads nowhere but to a place in
/// its page and to a file beside it, so that no page loads anything.
sealed interface Html {

  /// Text as people shall see it.
  record Text(String text) implements Html {}

  /// The page's style sheet, which HTML takes as it stands.
  record Style(String css) implements Html {

    public Style {
      if (css.contains("<")
          || css.contains("&")
          || css.contains("url(")
          || css.contains("@import")) {
        throw new IllegalArgumentException("a style sheet without markup and without resources");
      }
    }
  }

  /// An element.
  ///
  /// @param attributes in their order
  record Element(String name, Map<String, String> attributes, List<Html> children) implements Html {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9-]*");
    private static final Pattern NEAR = Pattern.compile("#[a-z-]+|[A-Za-z]+\\.[a-z]+");

    public Element {
      requireName(name);
      attributes.forEach(Element::requireHarmless);
      attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
      children = List.copyOf(children);
    }

    private static void requireHarmless(String attribute, String value) {
      requireName(attribute);
      boolean leadsAway =
          switch (attribute) {
            case "href" -> !NEAR.matcher(value).matches();
            case "src", "srcset", "style", "action", "data" -> true;
            default -> attribute.startsWith("on");
          };
      if (leadsAway) {
        throw new IllegalArgumentException(
            "a page that loads nothing has no %s=\"%s\"".formatted(attribute, value));
      }
    }

    private static void requireName(String name) {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("no name of an element or attribute: " + name);
      }
    }

    /// The same element with one attribute more.
    Element with(String attribute, String value) {
      Map<String, String> more = new LinkedHashMap<>(attributes);
      more.put(attribute, value);
      return new Element(name, more, children);
    }
  }

  static Text text(String text) {
    return new Text(text);
  }

  static Element element(String name, Html... children) {
    return element(name, Arrays.asList(children));
  }

  static Element element(String name, List<? extends Html> children) {
    return new Element(name, Map.of(), List.copyOf(children));
  }

  /// An element that holds nothing but text.
  static Element element(String name, String text) {
    return element(name, text(text));
  }
}
