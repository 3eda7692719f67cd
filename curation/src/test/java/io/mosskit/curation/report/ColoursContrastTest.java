package io.mosskit.curation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds the colours of the style sheet against the contrasts of WCAG 2.2: 4.5 for text, 3 for what
/// a chart consists of.
class ColoursContrastTest {
  private static final Pattern BLOCK = Pattern.compile(":root \\{([^}]*)\\}");
  private static final Pattern COLOUR = Pattern.compile("--([a-z]+): #([0-9a-f]{3,6});");
  private static final String[] THEMES = {"light", "dark", "print"};
  private static final Map<String, Double> LUMINANCES = new HashMap<>();

  @BeforeAll
  static void readColours() throws IOException {
    try (InputStream in = Page.class.getResourceAsStream("report.css")) {
      String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Matcher block = BLOCK.matcher(css);
      for (String theme : THEMES) {
        assertThat(block.find()).isTrue();
        Matcher colour = COLOUR.matcher(block.group(1));
        while (colour.find()) {
          LUMINANCES.put(theme + " " + colour.group(1), luminance(colour.group(2)));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ink, page, 4.5",
    "ink, panel, 4.5",
    "ink, warning, 4.5",
    "muted, page, 4.5",
    "muted, panel, 4.5",
    "link, page, 4.5",
    "kept, page, 3",
    "dropped, page, 3",
    "dropped, warning, 3"
  })
  void inEveryTheme(String front, String back, double least) {
    for (String theme : THEMES) {
      double a = LUMINANCES.get(theme + " " + front);
      double b = LUMINANCES.get(theme + " " + back);
      double contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      assertThat(contrast).as("%s on %s, %s", front, back, theme).isGreaterThanOrEqualTo(least);
    }
  }

  private static double luminance(String hex) {
    String full = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double channel = Integer.parseInt(full.substring(2 * i, 2 * i + 2), 16) / 255.0;
      sum +=
          weights[i]
              * (channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
