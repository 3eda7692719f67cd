package io.mosskit.curation.tag;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.labels.LabelOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.Query;

/// Stored queries, each of which tags the dialogues that it finds. Every dialogue is held against
/// those of them only that share a word with it. Thread-safe.
public final class Rules implements AutoCloseable {

  private static final String SHIPPED = "rules.csv";

  private final List<Rule> rules;
  private final Analyzer analyzer = new RuleWords();
  private final Monitor monitor;

  private Rules(List<Rule> rules, String name) throws IOException {
    this.rules = rules;
    List<MonitorQuery> queries = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      if (!rules.get(i).query().isEmpty()) {
        queries.add(new MonitorQuery(Integer.toString(i), parse(rules.get(i), name)));
      }
    }
    MonitorConfiguration configuration =
        new MonitorConfiguration().setPurgeFrequency(1, TimeUnit.DAYS);
    // after the queries: it has a thread, which a query that is none would leave behind
    this.monitor = new Monitor(analyzer, new TermFilteredPresearcher(), configuration);
    monitor.register(queries);
  }

  /// The rules of a file.
  ///
  /// @throws IOException naming file and line of the first row that is no rule
  public static Rules read(Path file) throws IOException {
    try (Reader text = Files.newBufferedReader(file)) {
      return new Rules(RuleFile.read(text, file.toString()), file.toString());
    }
  }

  /// Our own rules, for kinds of task and safety topics.
  public static Rules shipped() {
    try (InputStream in =
            Objects.requireNonNull(Rules.class.getResourceAsStream(SHIPPED), SHIPPED);
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return new Rules(RuleFile.read(text, SHIPPED), SHIPPED);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // it is part of the jar
    }
  }

  private Query parse(Rule rule, String name) throws IOException {
    QueryParser parser = new QueryParser(rule.field().label(), analyzer);
    parser.setSplitOnWhitespace(true);
    parser.setAutoGeneratePhraseQueries(true); // 写一首诗 means these characters in a row
    try {
      return parser.parse(rule.query());
    } catch (ParseException e) {
      throw new IOException(
          "%s:%d: expected a query in Lucene's classic syntax, found %s: %s"
              .formatted(name, rule.line(), rule.query(), e.getMessage()),
          e);
    }
  }

  /// The tags of a dialogue: facets in the order of the file, of each the most confident first.
  public List<Tag> tags(Conversation conversation) {
    MatchingQueries<QueryMatch> matches;
    try {
      matches = monitor.match(document(conversation), QueryMatch.SIMPLE_MATCHER);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    Map<String, Map<String, Double>> found = new LinkedHashMap<>();
    rules.forEach(rule -> found.computeIfAbsent(rule.facet(), _ -> new LinkedHashMap<>()));
    for (int i = 0; i < rules.size(); i++) {
      if (matches.matches(Integer.toString(i)) != null) {
        add(rules.get(i), found);
      }
    }
    Set<String> told = facetsWithTags(found);
    for (Rule rule : rules) {
      if (rule.query().isEmpty() && !told.contains(rule.facet())) {
        add(rule, found);
      }
    }
    List<Tag> tags = new ArrayList<>();
    found.forEach((facet, values) ->
        values.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .forEach(
                tag -> tags.add(new Tag(facet, tag.getKey(), LabelOrigin.RULE, tag.getValue()))));
    return tags;
  }

  private static void add(Rule rule, Map<String, Map<String, Double>> found) {
    found
        .computeIfAbsent(rule.facet(), _ -> new LinkedHashMap<>())
        .merge(rule.value(), rule.confidence(), Math::max);
  }

  private static Set<String> facetsWithTags(Map<String, Map<String, Double>> found) {
    return found.entrySet().stream()
        .filter(facet -> !facet.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Document document(Conversation conversation) {
    List<Turn> turns = conversation.turns();
    StringBuilder user = new StringBuilder();
    StringBuilder reply = new StringBuilder();
    for (Turn turn : turns) {
      append(turn.human(), user);
      append(turn.reply(), reply);
    }
    Document document = new Document();
    String first = turns.isEmpty() ? "" : turns.getFirst().human();
    add(Rule.Field.FIRST, first, document);
    add(Rule.Field.USER, user.toString(), document);
    add(Rule.Field.REPLY, reply.toString(), document);
    return document;
  }

  private static void append(String text, StringBuilder all) {
    if (all.length() < Head.LENGTH) {
      all.append(Head.of(text)).append('\n');
    }
  }

  private static void add(Rule.Field field, String text, Document document) {
    document.add(new TextField(field.label(), Head.of(text), Field.Store.NO));
  }

  @Override
  public void close() {
    try {
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    analyzer.close();
  }
}
