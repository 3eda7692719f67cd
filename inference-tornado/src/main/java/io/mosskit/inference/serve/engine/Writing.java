package io.mosskit.inference.serve.engine;

import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.model.Logits;
import io.mosskit.inference.sampling.History;
import io.mosskit.inference.sampling.Sampler;
import java.util.Arrays;
import java.util.List;

/// Draws the tokens that a prompt is written on with, and scores it where that is wanted.
final class Writing implements Work {

  private final Sequence sequence;
  private final Task.Write task;
  private final Counters counters;
  private final float[] row;
  private final int vocabularySize;
  private final Sampler sampler;
  private final History history = new History();
  private final int most;
  private int count;
  private int last;

  /// @param row as long as the model's logits, shared by all sequences
  Writing(Sequence sequence, Task.Write task, Counters counters, float[] row, Vocabulary words) {
    this.sequence = sequence;
    this.task = task;
    this.counters = counters;
    this.row = row;
    this.vocabularySize = words.size();
    List<Integer> stops = task.drawing().stopTokens();
    sampler =
        new Sampler(
            task.drawing().settings(),
            vocabularySize,
            stops.isEmpty() ? vocabularySize : stops.getFirst(),
            task.drawing().random());
    history.addAll(task.prompt());
    most = Math.min(task.most(), words.context() - task.prompt().length);
  }

  /// What ids there are, and how many tokens a sequence may have.
  record Vocabulary(int size, int context) {}

  @Override
  public Wanted wanted(boolean last) {
    if (task.telling().prompt()) {
      return Wanted.ALL;
    }
    return last ? Wanted.LAST : Wanted.NONE;
  }

  @Override
  public int last() {
    return last;
  }

  @Override
  public void take(int position, float[] hidden) {
    throw new IllegalStateException("nobody asked for the hidden states of this sequence");
  }

  @Override
  public void take(int position, Logits logits) {
    int[] prompt = task.prompt();
    if (task.telling().prompt() && position == 0) {
      sequence.tell(new Event.Read(sequence.index(), Scored.unknown(prompt[0])));
    }
    if (position + 1 < prompt.length) {
      sequence.tell(new Event.Read(sequence.index(), scored(prompt[position + 1], logits)));
    } else if (most == 0) {
      sequence.end(new Event.Ended(sequence.index(), false));
    } else {
      draw(logits);
    }
  }

  private void draw(Logits logits) {
    logits.copyTo(row);
    last = sampler.next(row, history, count++);
    history.add(last);
    counters.writtenTokens.incrementAndGet();
    sequence.tell(new Event.Written(sequence.index(), scored(last, logits)));
    boolean stop = task.drawing().stopTokens().contains(last);
    if (stop || count == most) {
      sequence.end(new Event.Ended(sequence.index(), stop));
    }
  }

  private Scored scored(int id, Logits logits) {
    int top = task.telling().top();
    if (top < 0) {
      return Scored.unknown(id);
    }
    int[] ids = new int[Math.min(top, vocabularySize)];
    float[] values = new float[ids.length];
    if (ids.length > 0) {
      logits.top(ids, values);
    }
    return new Scored(
        id, logits.logProbability(id), withTokens(ids), logProbabilities(withTokens(ids), logits));
  }

  /// A model may have rows that stand for no token, and an untrained one may hold them to be
  /// likely.
  private int[] withTokens(int[] ids) {
    return Arrays.stream(ids).filter(id -> id < vocabularySize).toArray();
  }

  private static float[] logProbabilities(int[] ids, Logits logits) {
    float[] numbers = new float[ids.length];
    for (int i = 0; i < ids.length; i++) {
      numbers[i] = logits.logProbability(ids[i]);
    }
    return numbers;
  }
}
