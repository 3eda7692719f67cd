package io.mosskit.cli;

import io.mosskit.cli.recipe.RecipeException;
import io.mosskit.cli.recipe.TeacherAddress;
import io.mosskit.generator.asking.Answer;
import io.mosskit.generator.asking.Ledger;
import io.mosskit.generator.asking.Time;
import io.mosskit.generator.money.Budget;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.TeacherPlan;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatException.Kind;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/// A teacher whose answers are kept in a folder: what was answered before is not asked again.
final class JournalledModel implements ChatModel, AutoCloseable {
  private final Faculty faculty;
  private final Ledger ledger;
  private final String purpose;

  private JournalledModel(Faculty faculty, Ledger ledger, String purpose) {
    this.faculty = faculty;
    this.ledger = ledger;
    this.purpose = purpose;
  }

  /// @param purpose names the work in the journal: `judge`
  static JournalledModel open(TeacherMixin teacher, Path folder, String purpose, Console console)
      throws ChatException,
          CommandFailure,
          GenerationException,
          IOException,
          InterruptedException,
          RecipeException {
    return open(teacher.plan(), teacher.address(), folder, purpose, console);
  }

  /// @param plan how the teacher is called that the address finds
  static JournalledModel open(
      TeacherPlan plan, TeacherAddress address, Path folder, String purpose, Console console)
      throws ChatException, GenerationException, IOException, InterruptedException {
    Faculty faculty = Faculty.of(Map.of(plan.name(), address), console::note);
    try {
      ChatModel model = faculty.models().firstEntry().getValue();
      return new JournalledModel(
          faculty,
          Ledger.open(folder, purpose, plan, model, Budget.UNLIMITED, Time.ofTheWall()),
          purpose);
    } catch (GenerationException | IOException | InterruptedException | RuntimeException e) {
      faculty.close();
      throw e;
    }
  }

  Ledger ledger() {
    return ledger;
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

  @Override
  public void close() throws IOException {
    ledger.close();
    faculty.close();
  }
}
