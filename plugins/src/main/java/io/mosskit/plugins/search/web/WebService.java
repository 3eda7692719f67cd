package io.mosskit.plugins.search.web;

import io.mosskit.plugins.search.Hit;
import io.mosskit.schema.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/// A search engine that is asked over HTTP: what a request to it looks like, and where its answer
/// has the snippets.
public sealed interface WebService {

  /// The service's name in receipts and in the file of answers, without blanks.
  String name();

  /// How many hits an answer keeps at most, however many a search shows.
  int MOST_HITS = 10;

  /// Where a query is asked.
  URI address(String query);

  /// Headers beside `Accept`. They are never logged or stored.
  Map<String, String> headers();

  /// The members that lead to the array of hits.
  List<String> path();

  /// The member of a hit that holds the snippet.
  String snippet();

  /// What to do about a status that is no success; empty where nothing better than the status
  /// itself can be said.
  String remedy(int status);

  /// A SearXNG instance. Its `settings.yml` must allow the format `json` (`search: formats:`).
  ///
  /// @param base for example `http://localhost:8888`
  record SearxNg(URI base) implements WebService {

    public SearxNg {
      requireHttp(base);
    }

    @Override
    public String name() {
      return "searxng@" + base.getAuthority();
    }

    @Override
    public URI address(String query) {
      String root = base.toString().replaceAll("/+$", "");
      return URI.create(root + "/search?format=json&q=" + encoded(query));
    }

    @Override
    public Map<String, String> headers() {
      return Map.of();
    }

    @Override
    public List<String> path() {
      return List.of("results");
    }

    @Override
    public String snippet() {
      return "content";
    }

    @Override
    public String remedy(int status) {
      return status == 403 ? "allow the format json in the instance's settings.yml" : "";
    }
  }

  /// The Brave Search API.
  ///
  /// @param base `https://api.search.brave.com`
  /// @param key the subscription token
  record Brave(URI base, String key) implements WebService {

    /// Where the service is.
    public static final URI ADDRESS = URI.create("https://api.search.brave.com");

    /// The environment variable that usually holds the key.
    public static final String KEY_VARIABLE = "BRAVE_SEARCH_API_KEY";

    public Brave {
      requireHttp(base);
      if (key.isBlank() || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
        throw new IllegalArgumentException(
            "the key of Brave Search is blank or has odd characters");
      }
    }

    @Override
    public String name() {
      return "brave";
    }

    @Override
    public URI address(String query) {
      String root = base.toString().replaceAll("/+$", "");
      String count = "count=" + MOST_HITS;
      return URI.create(root + "/res/v1/web/search?" + count + "&q=" + encoded(query));
    }

    @Override
    public Map<String, String> headers() {
      return Map.of("X-Subscription-Token", key);
    }

    @Override
    public List<String> path() {
      return List.of("web", "results");
    }

    @Override
    public String snippet() {
      return "description";
    }

    @Override
    public String remedy(int status) {
      return switch (status) {
        case 401, 403 -> "check the key";
        case 422 -> "shorten the query: at most 400 characters and 50 words are taken";
        default -> "";
      };
    }

    /// Without the key.
    @Override
    public String toString() {
      return "Brave[" + base + "]";
    }
  }

  /// The hits of an answer in their order. Elements without an address or a snippet are left out.
  default List<Hit> hits(Json answer) {
    Json at = answer;
    for (String member : path()) {
      at = at instanceof Json.Obj object ? object.get(member) : null;
      if (at == null) {
        return List.of();
      }
    }
    List<Hit> hits = new ArrayList<>();
    if (at instanceof Json.Arr(List<Json> elements)) {
      for (Json element : elements) {
        if (hits.size() < MOST_HITS && element instanceof Json.Obj hit) {
          String text = plain(hit.string(snippet()));
          String address = hit.string("url");
          if (!text.isBlank() && address != null) {
            hits.add(new Hit(plain(hit.string("title")), address, text));
          }
        }
      }
    }
    return List.copyOf(hits);
  }

  /// Snippets come with matches marked in HTML and with entities.
  private static String plain(@Nullable String html) {
    return html == null ? "" : Jsoup.parseBodyFragment(html).text();
  }

  private static String encoded(String query) {
    return URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  private static void requireHttp(URI base) {
    boolean http = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
    if (!http || base.getHost() == null || base.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "no address of a search engine: " + base + "; expected http://host:port or https://host");
    }
  }
}
