package io.mosskit.benchmarks.serving;

import com.openai.errors.OpenAIException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// What many clients at once got.
///
/// @param answered requests whose answer came and was held against the one computed alone
/// @param left requests that the client left on purpose
/// @param problems errors and answers that were others than alone, each in a sentence
/// @param millis how long each answer took, the shortest first
public record Load(int answered, int left, List<String> problems, List<Double> millis) {

  private static final int LEAVES_ONE_IN = 10;

  public Load {
    problems = List.copyOf(problems);
    millis = List.copyOf(millis);
  }

  /// Lets so many clients ask, each one question after the other.
  ///
  /// @param answers to all questions, computed alone
  /// @param goesOn asked by each client before each question
  public static Load run(
      String baseUrl,
      String model,
      Map<Question, String> answers,
      int clients,
      BooleanSupplier goesOn) {
    Asking asking = new Asking(answers, goesOn);
    try (Client client = new Client(baseUrl, model, clients);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < clients; i++) {
        threads.execute(() -> asking.ask(client));
      }
    }
    return asking.load();
  }

  /// How long the quickest share of answers took at most.
  public double millis(double share) {
    return millis.isEmpty()
        ? 0
        : millis.get((int) Math.min(millis.size() - 1, share * millis.size()));
  }

  /// The questions under way.
  private static final class Asking {

    private final Map<Question, String> answers;
    private final List<Question> questions;
    private final BooleanSupplier goesOn;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> problems = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();

    Asking(Map<Question, String> answers, BooleanSupplier goesOn) {
      this.answers = answers;
      this.questions = List.copyOf(answers.keySet());
      this.goesOn = goesOn;
    }

    void ask(Client client) {
      while (goesOn.getAsBoolean()) {
        int number = next.getAndIncrement();
        Question question = questions.get(number % questions.size());
        try {
          ask(client, question, number);
        } catch (OpenAIException | IllegalStateException e) {
          problems.add(question + ": " + e);
        }
      }
    }

    private void ask(Client client, Question question, int number) {
      if (question.kind() == Question.Kind.STREAM && number % LEAVES_ONE_IN == 0) {
        client.askAndLeave(question);
        left.incrementAndGet();
        return;
      }
      long start = System.nanoTime();
      String answer = client.answer(question);
      millis.add((System.nanoTime() - start) / 1e6);
      String alone = String.valueOf(answers.get(question));
      if (!answer.equals(alone)) {
        problems.add("%s: expected \"%s\", got \"%s\"".formatted(question, alone, answer));
      }
    }

    Load load() {
      List<Double> sorted = new ArrayList<>(millis);
      Collections.sort(sorted);
      return new Load(sorted.size(), left.get(), List.copyOf(problems), sorted);
    }
  }
}
