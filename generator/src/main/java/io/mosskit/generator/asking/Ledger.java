package io.mosskit.generator.asking;

import io.mosskit.generator.money.Budget;
import io.mosskit.generator.money.Purse;
import io.mosskit.generator.money.Spent;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.TeacherPlan;
import io.mosskit.generator.store.RunStore;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A journal of one teacher's answers in a folder, for work that is no generation: replies,
/// judgements. A request is written down before it is sent, its answer before it is used; the same
/// request is not paid for twice, however a run before ended. Thread-safe.
public final class Ledger implements AutoCloseable {
  private final RunStore store;
  private final Asker asker;
  private final Purse purse;
  private final String teacher;
  private final Time time;

  private Ledger(RunStore store, Asker asker, Purse purse, String teacher, Time time) {
    this.store = store;
    this.asker = asker;
    this.purse = purse;
    this.teacher = teacher;
    this.time = time;
  }

  /// Opens the journal in a folder, which is made where it is absent.
  ///
  /// @param purpose what it is for, for those who look into it
  /// @param budget of all starts together
  /// @throws GenerationException where another process works on it, or another version made it
  public static Ledger open(
      Path folder, String purpose, TeacherPlan plan, ChatModel model, Budget budget, Time time)
      throws GenerationException, IOException, InterruptedException {
    LinkedHashMap<String, String> parameters = new LinkedHashMap<>();
    parameters.put("purpose", purpose);
    RunStore store = RunStore.open(folder, parameters);
    try {
      store.begin(time.now());
      Teachers teachers = new Teachers(List.of(plan), Map.of(plan.name(), model), 0, time);
      Purse purse = new Purse(budget, store.spentBefore());
      return new Ledger(store, new Asker(store, teachers, purse, time), purse, plan.name(), time);
    } catch (IOException | InterruptedException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /// What came of a request: from the journal where it has ended before, else from the teacher.
  ///
  /// @param stage what it is for: `respond`, `judge`
  /// @param key what it belongs to
  /// @param request with an id that is the same in every start
  public Answer ask(String stage, String key, ChatRequest request)
      throws GenerationException, IOException, InterruptedException {
    return asker.ask(new Question(stage, key, teacher, request));
  }

  /// How many requests were sent.
  public long sent() {
    return asker.sent();
  }

  /// How many answers were there already.
  public long reused() {
    return asker.reused();
  }

  /// What all starts together have cost.
  public Spent spent() {
    return purse.spent();
  }

  /// Notes that the work is whole.
  public void end() throws IOException, InterruptedException {
    store.end(time.now());
  }

  @Override
  public void close() throws IOException {
    store.close();
  }
}
