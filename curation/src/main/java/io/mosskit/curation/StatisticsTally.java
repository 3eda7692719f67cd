package io.mosskit.curation;

import io.mosskit.curation.CorpusStatistics.CategoryStatistics;
import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.check.ConversationCheck;
import io.mosskit.schema.check.Finding;
import io.mosskit.schema.check.Rule;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.text.Language;
import io.mosskit.schema.trace.Commands;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Adds up what single records show.
final class StatisticsTally {

  /// What one record shows. Made in the reading threads.
  sealed interface Observation {

    record Dialogue(
        Optional<Category> category,
        Language language,
        List<Turn> turns,
        List<PluginCall> calls,
        List<PluginCall> failedCalls,
        List<Finding> findings)
        implements Observation {}

    record Unreadable(Rejection rejection) implements Observation {}
  }

  private static final int UNTAGGED = Category.values().length;

  private final Map<Integer, OfCategory> categories = new TreeMap<>();
  private final TreeMap<String, Long> unreadable = new TreeMap<>();
  private long conversations;

  static Observation observe(Entry entry) {
    return switch (entry) {
      case Entry.Rejected(Rejection rejection) -> new Observation.Unreadable(rejection);
      case Entry.Accepted(Conversation conversation, var _) -> observe(conversation);
    };
  }

  private static Observation observe(Conversation conversation) {
    String user = conversation.turns().stream().map(Turn::human).collect(Collectors.joining("\n"));
    List<PluginCall> calls = new ArrayList<>();
    List<PluginCall> failed = new ArrayList<>();
    for (Turn turn : conversation.turns()) {
      if (Commands.parse(turn.body(Field.COMMANDS)) instanceof Commands.Calls(var made)) {
        calls.addAll(made);
      }
      if (Results.parse(turn.body(Field.TOOL_RESPONSES)) instanceof Results.Blocks(var blocks)) {
        blocks.stream().filter(Results.Block::failed).forEach(block -> failed.add(block.call()));
      }
    }
    return new Observation.Dialogue(
        Category.of(conversation),
        Language.of(user),
        conversation.turns(),
        calls,
        failed,
        ConversationCheck.all(conversation));
  }

  void add(Observation observation) {
    switch (observation) {
      case Observation.Unreadable(Rejection rejection) ->
          unreadable.merge(rejection.reason(), 1L, Long::sum);
      case Observation.Dialogue dialogue -> {
        conversations++;
        int category = dialogue.category().map(Category::ordinal).orElse(UNTAGGED);
        categories.computeIfAbsent(category, _ -> new OfCategory()).add(dialogue);
      }
    }
  }

  CorpusStatistics statistics(int files) {
    List<CategoryStatistics> all = new ArrayList<>();
    categories.forEach((category, counts) ->
        all.add(
            counts.statistics(
                category == UNTAGGED
                    ? CurationSummary.UNTAGGED
                    : Category.values()[category].label())));
    return new CorpusStatistics(files, conversations, unreadable, all);
  }

  /// The counts of one category.
  private static final class OfCategory {
    private long conversations;
    private final Spread turns = new Spread();
    private final Map<Language, Long> languages = new EnumMap<>(Language.class);
    private final Spread user = new Spread();
    private final Spread reply = new Spread();
    private final Map<Rule, Long> findings = new EnumMap<>(Rule.class);
    private final TreeMap<String, Long> calls = new TreeMap<>();
    private final TreeMap<String, Long> failedCalls = new TreeMap<>();

    void add(Observation.Dialogue dialogue) {
      conversations++;
      turns.add(dialogue.turns().size(), 1);
      languages.merge(dialogue.language(), 1L, Long::sum);
      for (Turn turn : dialogue.turns()) {
        user.add(turn.human().length(), 1);
        reply.add(turn.reply().length(), 1);
      }
      dialogue.calls().forEach(call -> calls.merge(call.name(), 1L, Long::sum));
      dialogue.failedCalls().forEach(call -> failedCalls.merge(call.name(), 1L, Long::sum));
      record Place(Rule rule, int turn) {}
      Set<Place> places = new HashSet<>();
      for (Finding finding : dialogue.findings()) {
        if (places.add(new Place(finding.rule(), finding.turn()))) {
          findings.merge(finding.rule(), 1L, Long::sum);
        }
      }
    }

    CategoryStatistics statistics(String label) {
      return new CategoryStatistics(
          label,
          conversations,
          turns.quantiles(),
          languages,
          user.quantiles(),
          reply.quantiles(),
          findings,
          calls,
          failedCalls);
    }
  }
}
