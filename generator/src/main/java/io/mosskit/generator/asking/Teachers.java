package io.mosskit.generator.asking;

import io.mosskit.generator.chance.Dice;
import io.mosskit.generator.plan.TeacherPlan;
import io.mosskit.schema.chat.ChatModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The teachers of a run, each with its own pace. Thread-safe.
public final class Teachers {

  private final SequencedMap<String, Seat> seats = new LinkedHashMap<>();
  private final SequencedMap<String, Integer> weights = new TreeMap<>();
  private final long randomSeed;

  /// @param plans how each is called
  /// @param models the teachers by the names in their plans, at least for these
  /// @throws IllegalArgumentException where a plan is for a teacher that is not there
  public Teachers(
      List<TeacherPlan> plans,
      Map<String, ? extends ChatModel> models,
      long randomSeed,
      Time time) {
    this.randomSeed = randomSeed;
    for (TeacherPlan plan : plans) {
      @Nullable ChatModel model = models.get(plan.name());
      if (model == null) {
        throw new IllegalArgumentException("no teacher is called \"" + plan.name() + "\"");
      }
      seats.put(plan.name(), new Seat(plan, model, new Pace(plan, randomSeed, time)));
      if (plan.weight() > 0) {
        weights.put(plan.name(), plan.weight());
      }
    }
  }

  /// One teacher.
  record Seat(TeacherPlan plan, ChatModel model, Pace pace) {}

  Seat named(String name) {
    Seat seat = seats.get(name);
    if (seat == null) {
      throw new IllegalArgumentException("no teacher is called \"" + name + "\"");
    }
    return seat;
  }

  /// Why a teacher could not be had in this start, where that is so of any.
  public Optional<String> givenUp() {
    return seats.values().stream().flatMap(seat -> seat.pace().givenUp().stream()).findFirst();
  }

  /// How many requests are under way.
  public long underWay() {
    return seats.values().stream().mapToLong(seat -> seat.pace().underWay()).sum();
  }

  /// How many may be, as the teachers bear it now.
  public long limit() {
    return seats.values().stream().mapToLong(seat -> seat.pace().limit()).sum();
  }

  /// The name of the teacher who is asked about a thing: drawn by weight, the same in every start
  /// of the run.
  public String drawnFor(String thing) {
    return weights.size() == 1
        ? weights.firstEntry().getKey()
        : Dice.of(randomSeed, "teacher", thing).weighted(weights);
  }
}
