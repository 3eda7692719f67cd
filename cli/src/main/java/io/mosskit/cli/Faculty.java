package io.mosskit.cli;

import io.mosskit.cli.recipe.TeacherAddress;
import io.mosskit.generator.rehearsal.RehearsalOptions;
import io.mosskit.generator.rehearsal.RehearsalTeacher;
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

/// The teachers of a run while they are connected, rule-based ones as servers of their own.
final class Faculty implements AutoCloseable {

  private final SequencedMap<String, ChatModel> models = new LinkedHashMap<>();
  private final Deque<OpenAiTeacher> connections = new ArrayDeque<>();
  private final Deque<RehearsalTeacher> servers = new ArrayDeque<>();

  private Faculty() {}

  static Faculty of(Map<String, TeacherAddress> addresses) throws ChatException, IOException {
    Faculty faculty = new Faculty();
    try {
      for (Map.Entry<String, TeacherAddress> entry : addresses.entrySet()) {
        faculty.connect(entry.getKey(), faculty.settings(entry.getValue()));
      }
      return faculty;
    } catch (ChatException | IOException e) {
      faculty.close();
      throw e;
    }
  }

  private TeacherSettings settings(TeacherAddress address) throws IOException {
    return switch (address) {
      case TeacherAddress.Remote(TeacherSettings settings) -> settings;
      case TeacherAddress.Rehearsal(long seed) -> {
        RehearsalTeacher server = RehearsalTeacher.start(RehearsalOptions.seeded(seed));
        servers.push(server);
        yield TeacherSettings.of(URI.create(server.baseUrl()), TeacherAddress.REHEARSAL);
      }
    };
  }

  private void connect(String name, TeacherSettings settings) throws ChatException {
    OpenAiTeacher teacher = OpenAiTeacher.connect(settings, System.getenv());
    connections.push(teacher);
    models.put(name, teacher);
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
