package io.mosskit.generator.store;

import io.mosskit.generator.asking.Crew;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/// Answers requests without end, and prints the number of each once the store says that it is kept.
final class StoreWriter {

  private StoreWriter() {}

  static JournalRequest request(int number) {
    return new JournalRequest("r-" + number, "reply", "d, turn " + number, "m", "体 " + number);
  }

  static ChatReply reply(int number) {
    return new ChatReply("第" + number + "个回答 😀 \0 end", Finish.STOP, 10, number, "model");
  }

  static void main(String[] arguments) throws Exception {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    try (RunStore store =
        RunStore.open(Path.of(arguments[0]), new LinkedHashMap<>(Map.of("seed", "1")))) {
      store.begin(Instant.EPOCH);
      Crew.forEach(
          IntStream.iterate(0, i -> i + 1).iterator(),
          8,
          number -> {
            store.lookUpOrSend(request(number), Instant.EPOCH);
            store.answered(request(number), reply(number), Instant.EPOCH);
            synchronized (out) {
              out.println(number);
            }
          });
    }
  }
}
