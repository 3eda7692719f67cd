package io.mosskit.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.teacher.OpenAiTeacher;
import io.mosskit.generator.teacher.TeacherSettings;
import io.mosskit.generator.testing.FakeTime;
import io.mosskit.generator.testing.OpenAiStub;
import io.mosskit.generator.testing.Plans;
import io.mosskit.generator.testing.PureTeacher;
import io.mosskit.generator.testing.RunFiles;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.progress.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsAgainstAServerTest {

  private static final String KEY = "sk-the-secret-of-this-run";

  @TempDir Path folder;

  private GenerationSummary run(ChatModel served, String name) throws Exception {
    GenerationPlan plan = Plans.plan(folder, 5, Category.WRITING);
    try (OpenAiStub stub = new OpenAiStub(served);
        OpenAiTeacher teacher =
            OpenAiTeacher.connect(
                TeacherSettings.of(stub.baseUrl(), "pure-teacher"),
                Map.of("OPENAI_API_KEY", KEY))) {
      return Generator.run(
          plan, Plans.teacher(teacher), folder.resolve(name), Progress.NONE, new FakeTime());
    }
  }

  @Test
  void writesWhatItWritesWithoutOne() throws Exception {
    run(new PureTeacher(20), "served");
    Path direct = folder.resolve("direct");
    Generator.run(
        Plans.plan(folder, 5, Category.WRITING),
        Plans.teacher(new PureTeacher(20)),
        direct,
        Progress.NONE,
        new FakeTime());
    assertThat(RunFiles.of(folder.resolve("served"))).isEqualTo(RunFiles.of(direct));
  }

  @Test
  void keepsTheKeyOutOfTheFolderAndTheErrors() throws Exception {
    PureTeacher pure = new PureTeacher(0);
    ChatModel rude =
        request -> {
          ChatReply reply = pure.reply(request);
          if (request.messages().getFirst().content().startsWith("Task: user-turn")) {
            throw new ChatException(ChatException.Kind.MISCONFIGURED, "你的密钥是");
          }
          return new ChatReply(
              reply.content().replace("。", "。" + KEY).replace(". ", ". " + KEY + " "),
              reply.finish(),
              1,
              1,
              reply.model());
        };
    assertThatThrownBy(() -> run(rude, "run"))
        .isInstanceOf(GenerationException.class)
        .hasMessageContaining("你的密钥是 ***")
        .hasMessageContaining("check the key in OPENAI_API_KEY")
        .hasMessageNotContaining(KEY);
    try (Stream<Path> files = Files.walk(folder.resolve("run"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(bytes).as(file.toString()).doesNotContain(KEY);
      }
    }
  }
}
