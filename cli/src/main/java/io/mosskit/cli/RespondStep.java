package io.mosskit.cli;

import io.mosskit.generator.asking.Crew;
import io.mosskit.generator.chance.Dice;
import io.mosskit.generator.chance.Ids;
import io.mosskit.generator.judge.ReplySet;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.chat.ChatRequest.Form;
import io.mosskit.schema.chat.Sampling;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Has a model reply several times to the last user turn of dialogues; used by `respond` and `run`.
final class RespondStep {

  /// What its journals are for.
  static final String PURPOSE = "respond";

  private final Plan plan;
  private final JournalledModel model;
  private final Console console;
  private long unreadable;

  private RespondStep(Plan plan, JournalledModel model, Console console) {
    this.plan = plan;
    this.model = model;
    this.console = console;
  }

  /// How replies are drawn.
  ///
  /// @param replies to each context
  /// @param maxTokens of the longest
  record Plan(int replies, double temperature, int maxTokens) {

    Plan {
      if (replies < 1 || temperature < 0 || maxTokens < 1) {
        throw new IllegalArgumentException(
            "replies %d and tokens %d are at least 1, the temperature %s at least 0"
                .formatted(replies, maxTokens, temperature));
      }
    }
  }

  /// What came of it.
  ///
  /// @param missing replies that could not be had
  /// @param unreadable records that are no dialogues
  record Summary(
      long contexts, long replies, long missing, long unreadable, JournalledModel.Traffic traffic) {

    List<String> lines(Path out) {
      return traffic.lines(
          String.format(
              Locale.ROOT,
              "%,d contexts, %,d replies written to %s; %,d could not be had, %,d records unreadable",
              contexts,
              replies,
              out,
              missing,
              unreadable));
    }

    Json.Obj json() {
      return traffic.addTo(
          Json.object()
              .put("contexts", contexts)
              .put("replies", replies)
              .put("missing", missing)
              .put("unreadable", unreadable)
              .build());
    }
  }

  /// Replies to a corpus. The file is written when all replies are there.
  static Summary run(Corpus corpus, Plan plan, JournalledModel model, Path out, Console console)
      throws GenerationException, IOException, InterruptedException {
    RespondStep step = new RespondStep(plan, model, console);
    List<ReplySet> answered = Crew.map(step.contexts(corpus), model.concurrency(), step::respond);
    long replies = 0;
    try (RecordWriter writer = RecordWriter.create(out)) {
      for (ReplySet set : answered) {
        replies += set.replies().size();
        writer.write(set.json());
      }
      writer.commit();
    }
    model.end();
    long missing = (long) answered.size() * plan.replies() - replies;
    return new Summary(answered.size(), replies, missing, step.unreadable, model.traffic());
  }

  private List<ReplySet> contexts(Corpus corpus) throws IOException {
    List<ReplySet> contexts = new ArrayList<>();
    try (Scan<Entry> scan = corpus.entries()) {
      for (Entry entry : scan) {
        switch (entry) {
          case Entry.Accepted(var dialogue, var _) -> contexts.add(ReplySet.contextOf(dialogue));
          case Entry.Rejected _ -> unreadable++;
        }
      }
    }
    return contexts;
  }

  private ReplySet respond(ReplySet context) throws GenerationException, InterruptedException {
    List<ReplySet.Reply> replies = new ArrayList<>();
    for (int i = 0; i < plan.replies(); i++) {
      String id = Ids.of("r", 0, "respond", context.id(), i);
      Sampling sampling =
          new Sampling(plan.temperature(), 1, plan.maxTokens(), Dice.serverSeed(id));
      try {
        ChatReply reply = model.reply(new ChatRequest(context.context(), sampling, Form.TEXT, id));
        replies.add(new ReplySet.Reply(reply.content(), reply.model()));
      } catch (ChatException e) {
        JournalledModel.requirePassing(e);
        console.note(context.id() + ": " + Objects.toString(e.getMessage(), ""));
      }
    }
    return context.with(replies);
  }
}
