package io.mosskit.cli;

import io.mosskit.cli.recipe.TeacherAddress;
import io.mosskit.generator.rehearsal.RehearsalOptions;
import io.mosskit.generator.rehearsal.RehearsalTeacher;
import io.mosskit.generator.teacher.BatchSettings;
import io.mosskit.generator.teacher.BatchTeacher;
import io.mosskit.generator.teacher.OpenAiTeacher;
import io.mosskit.generator.teacher.TeacherSettings;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatModel;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// The teachers of a run while they are connected, rule-based ones as servers of their own.
final class Faculty implements AutoCloseable {

  private final SequencedMap<String, ChatModel> models = new LinkedHashMap<>();
  private final Deque<OpenAiTeacher> connections = new ArrayDeque<>();
  private final Deque<RehearsalTeacher> servers = new ArrayDeque<>();
  private final Consumer<String> notes;

  private Faculty(Consumer<String> notes) {
    this.notes = notes;
  }

  /// @param notes told in a sentence what is learnt of a server, and what becomes of batches
  static Faculty of(Map<String, TeacherAddress> addresses, Consumer<String> notes)
      throws ChatException, IOException {
    Faculty faculty = new Faculty(notes);
    try {
      for (Map.Entry<String, TeacherAddress> entry : addresses.entrySet()) {
        faculty.models.put(entry.getKey(), faculty.model(entry.getValue()));
      }
      return faculty;
    } catch (ChatException | IOException e) {
      faculty.close();
      throw e;
    }
  }

  private ChatModel model(TeacherAddress address) throws ChatException, IOException {
    OpenAiTeacher teacher = OpenAiTeacher.connect(settings(address), System.getenv(), notes);
    connections.push(teacher);
    return switch (address) {
      case TeacherAddress.Remote _, TeacherAddress.Rehearsal _ -> teacher;
      case TeacherAddress.Batched(var _, BatchSettings batch) ->
          new BatchTeacher(teacher, batch, notes);
    };
  }

  private TeacherSettings settings(TeacherAddress address) throws IOException {
    return switch (address) {
      case TeacherAddress.Batched(TeacherAddress inner, var _) -> settings(inner);
      case TeacherAddress.Remote(TeacherSettings settings) -> settings;
      case TeacherAddress.Rehearsal(long seed, double flawShare) -> {
        RehearsalOptions options = RehearsalOptions.seeded(seed).withFlawShare(flawShare);
        RehearsalTeacher server = RehearsalTeacher.start(options);
        servers.push(server);
        yield TeacherSettings.of(URI.create(server.baseUrl()), TeacherAddress.REHEARSAL);
      }
    };
  }

  /// The teachers by the names that the plan has for them.
  SequencedMap<String, ChatModel> models() {
    return Collections.unmodifiableSequencedMap(models);
  }

  @Override
  public void close() {
    connections.forEach(OpenAiTeacher::close);
    servers.forEach(RehearsalTeacher::close);
  }
}
