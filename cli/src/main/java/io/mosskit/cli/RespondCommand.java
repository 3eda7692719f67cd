package io.mosskit.cli;

import io.mosskit.cli.recipe.RecipeException;
import io.mosskit.generator.asking.Crew;
import io.mosskit.generator.chance.Dice;
import io.mosskit.generator.chance.Ids;
import io.mosskit.generator.judge.ReplySet;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.chat.ChatRequest.Form;
import io.mosskit.schema.chat.Sampling;
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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit respond`.
@Command(
    name = "respond",
    description = {
      "Write several replies to each dialogue's last user turn: of a local model, or of a teacher,",
      "whose answers are kept in FILE.journal and not paid for twice.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit respond my-data/ --rehearsal --k 3 --out replies.jsonl",
      "  mosskit respond my-data/ --local tiny --k 4 --temperature 0.9 --out replies.jsonl"
    })
final class RespondCommand extends CommandBase {
  private static final int AT_ONCE = 8;

  @Mixin private InputMixin read = new InputMixin();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "the file to write")
  private Path out = Path.of("replies.jsonl");

  @Option(
      names = "--local",
      paramLabel = "DIR",
      description = "a model folder; without it the teacher replies")
  private @Nullable Path local;

  @Option(names = "--k", paramLabel = "K", description = "replies to each context (default: 2)")
  private int k = 2;

  @Option(names = "--temperature", paramLabel = "T", description = "of the draws (default: 0.8)")
  private double temperature = 0.8;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "the longest reply (default: 512)")
  private int maxTokens = 512;

  @Mixin private TeacherMixin teacher = new TeacherMixin();

  private long rejected;

  @Mixin private BackendMixin backends = new BackendMixin();

  @Override
  ExitCode execute()
      throws ChatException,
          CommandFailure,
          GenerationException,
          IOException,
          InterruptedException,
          RecipeException {
    if (k < 1 || temperature < 0 || maxTokens < 1) {
      throw new CommandFailure(
          ExitCode.USAGE, "--k and --max-tokens are at least 1, --temperature at least 0");
    }
    read.requireOtherThan(out);
    List<ReplySet> contexts = contexts();
    if (local == null) {
      Path journal = out.resolveSibling(out.getFileName() + ".journal");
      try (JournalledModel model = JournalledModel.open(teacher, journal, "respond", console())) {
        write(contexts, model, AT_ONCE);
      }
    } else {
      try (LoadedModel model = LoadedModel.load(local, backends, console())) {
        write(contexts, model.talking(), 1);
      }
    }
    return ExitCode.DONE;
  }

  private List<ReplySet> contexts() throws CommandFailure, IOException {
    List<ReplySet> contexts = new ArrayList<>();
    try (Scan<Entry> scan = read.corpus().entries()) {
      for (Entry entry : scan) {
        switch (entry) {
          case Entry.Accepted(var dialogue, var _) -> contexts.add(ReplySet.contextOf(dialogue));
          case Entry.Rejected _ -> rejected++;
        }
      }
    }
    return contexts;
  }

  private void write(List<ReplySet> contexts, ChatModel model, int atOnce)
      throws GenerationException, IOException, InterruptedException {
    long replies = 0;
    List<ReplySet> answered = Crew.map(contexts, atOnce, context -> respond(context, model));
    try (RecordWriter writer = RecordWriter.create(out)) {
      for (ReplySet set : answered) {
        replies += set.replies().size();
        writer.write(set.json());
      }
      writer.commit();
    }
    long wanted = (long) contexts.size() * k;
    say(
        Json.object()
            .put("contexts", contexts.size())
            .put("replies", replies)
            .put("missing", wanted - replies)
            .put("unreadable", rejected)
            .build(),
        List.of(
            String.format(
                Locale.ROOT,
                "%,d contexts, %,d replies written to %s; %,d could not be had, %,d records unreadable",
                contexts.size(),
                replies,
                out,
                wanted - replies,
                rejected)));
  }

  private ReplySet respond(ReplySet context, ChatModel model)
      throws GenerationException, InterruptedException {
    List<ReplySet.Reply> replies = new ArrayList<>();
    for (int i = 0; i < k; i++) {
      String id = Ids.of("r", 0, "respond", context.id(), i);
      Sampling sampling = new Sampling(temperature, 1, maxTokens, Dice.serverSeed(id));
      try {
        ChatReply reply = model.reply(new ChatRequest(context.context(), sampling, Form.TEXT, id));
        replies.add(new ReplySet.Reply(reply.content(), reply.model()));
      } catch (ChatException e) {
        JudgeCommand.requirePassing(e);
        console().note(context.id() + ": " + Objects.toString(e.getMessage(), ""));
      }
    }
    return context.with(replies);
  }
}
