package io.mosskit.generator;

import io.mosskit.generator.testing.Plans;
import io.mosskit.generator.testing.PureTeacher;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.progress.Progress;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/// Runs a plan and prints the id of each request when the teacher answers it; after so many answers
/// the teacher falls silent, so that the run cannot end before it is killed.
final class RunUntilKilled {

  private RunUntilKilled() {}

  static void main(String[] arguments) throws Exception {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PureTeacher pure = new PureTeacher(25);
    Semaphore answers = new Semaphore(Integer.parseInt(arguments[1]));
    ChatModel teacher =
        request -> {
          answers.acquire();
          synchronized (out) {
            out.println(request.id());
          }
          return pure.reply(request);
        };
    Path folder = Path.of(arguments[0]);
    Generator.run(
        Plans.plan(folder, 12, Category.CODE, Category.HONEST),
        teacher,
        folder.resolve("run"),
        Progress.NONE);
  }
}
