package io.mosskit.cli;

import io.mosskit.cli.recipe.RecipeException;
import io.mosskit.cli.recipe.TeacherAddress;
import io.mosskit.generator.asking.Answer;
import io.mosskit.generator.asking.Ledger;
import io.mosskit.generator.asking.Time;
import io.mosskit.generator.money.Budget;
import io.mosskit.generator.money.Spent;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.TeacherPlan;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatException.Kind;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A model whose answers are kept in a folder: what was answered before is not asked again, however
/// the process ended that asked it.
final class JournalledModel implements ChatModel, AutoCloseable {
  private final Optional<Faculty> faculty;
  private final Ledger ledger;
  private final String purpose;
  private final int concurrency;

  private JournalledModel(
      Optional<Faculty> faculty, Ledger ledger, String purpose, int concurrency) {
    this.faculty = faculty;
    this.ledger = ledger;
    this.purpose = purpose;
    this.concurrency = concurrency;
  }

  /// What went back and forth.
  ///
  /// @param sent requests to the model
  /// @param reused answers that the journal had
  /// @param spent over all starts
  record Traffic(long sent, long reused, Spent spent) {

    List<String> lines(String done) {
      String line =
          String.format(
              Locale.ROOT,
              "%s; %,d requests sent, %,d answers taken from the journal",
              done,
              sent,
              reused);
      return Stream.concat(Stream.of(line), Costs.lines(spent).stream()).toList();
    }

    Json.Obj addTo(Json.Obj json) {
      return json.with("requests_sent", Json.of(sent))
          .with("answers_reused", Json.of(reused))
          .with("cost", Costs.json(spent));
    }
  }

  /// A teacher.
  ///
  /// @param purpose names the work in the journal: `judge`
  static JournalledModel open(
      TeacherMixin teacher, BudgetMixin budget, Path folder, String purpose, Console console)
      throws ChatException,
          CommandFailure,
          GenerationException,
          IOException,
          InterruptedException,
          RecipeException {
    TeacherPlan plan = teacher.plan();
    return open(plan, teacher.address(), budget.of(plan), folder, purpose, console);
  }

  /// @param plan how the teacher is called that the address finds
  /// @param budget of all starts together
  static JournalledModel open(
      TeacherPlan plan,
      TeacherAddress address,
      Budget budget,
      Path folder,
      String purpose,
      Console console)
      throws ChatException, GenerationException, IOException, InterruptedException {
    Faculty faculty = Faculty.of(Map.of(plan.name(), address), console::note);
    try {
      ChatModel model = faculty.models().firstEntry().getValue();
      Ledger ledger = Ledger.open(folder, purpose, plan, model, budget, Time.ofTheWall());
      return new JournalledModel(Optional.of(faculty), ledger, purpose, plan.concurrency());
    } catch (GenerationException | IOException | InterruptedException | RuntimeException e) {
      faculty.close();
      throw e;
    }
  }

  /// A model on this machine. The journal knows it by its weights and by what computes them, so
  /// that no answer of another one is taken for its own.
  static JournalledModel of(LoadedModel model, Path folder, String purpose)
      throws GenerationException, IOException, InterruptedException {
    TeacherPlan plan = TeacherPlan.of(model.identity()).withConcurrency(1).withAttempts(1);
    Ledger ledger =
        Ledger.open(folder, purpose, plan, model.talking(), Budget.UNLIMITED, Time.ofTheWall());
    return new JournalledModel(Optional.empty(), ledger, purpose, plan.concurrency());
  }

  /// The folder of the journal beside a file.
  static Path journalOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".journal");
  }

  /// How many may ask at a time.
  int concurrency() {
    return concurrency;
  }

  Traffic traffic() {
    return new Traffic(ledger.sent(), ledger.reused(), ledger.spent());
  }

  /// Notes that the work is whole.
  void end() throws IOException, InterruptedException {
    ledger.end();
  }

  @Override
  public ChatReply reply(ChatRequest request) throws ChatException, InterruptedException {
    try {
      return switch (ledger.ask(purpose, request.id(), request)) {
        case Answer.Given(ChatReply reply) -> reply;
        case Answer.Refused(String error) -> throw new ChatException(Kind.BAD_REQUEST, error);
        case Answer.Missing(String error) -> throw new ChatException(Kind.UNAVAILABLE, error);
      };
    } catch (GenerationException e) {
      throw new ChatException(Kind.MISCONFIGURED, String.valueOf(e.getMessage()), null, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Stops where no further request can succeed: the budget is reached, the key is wrong.
  ///
  /// @throws GenerationException as the journal threw it
  static void requirePassing(ChatException e) throws GenerationException {
    if (e.getCause() instanceof GenerationException stop) {
      throw stop;
    }
  }

  @Override
  public void close() throws IOException {
    ledger.close();
    faculty.ifPresent(Faculty::close);
  }
}
