package io.mosskit.inference.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.cpu.CpuBackend;
import io.mosskit.inference.cpu.NaiveMoss;
import io.mosskit.inference.golden.Golden;
import io.mosskit.inference.model.RotaryPrecision;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Published dialogues, scored by the tiny model of the original program, against what the
/// definitions say, computed in double precision by the naive twin of the model.
class AgreesWithTheDefinitionTest {

  private static final double BOUND = 1e-5;
  private static final int POSITIONS = 4096;
  private static final String[] MEMBERS = {"Human", "Inner Thoughts", "Commands", "Tool Responses"};

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"calculator", "equation-solver", "text2img", "harmless", "mix", "honest"})
  void ofLossAndInstructionFollowingDifficulty(String set) throws Exception {
    Path model = withRoom(Golden.file("models/tiny-a-fp32-bin"));
    MossTokenizer tokenizer = MossTokenizer.load(model);
    try (Checkpoint checkpoint = Checkpoints.openModel(model);
        CpuBackend backend = CpuBackend.load(checkpoint);
        DialogueScorer scorer = new DialogueScorer(backend, tokenizer, Optional.empty(), 1)) {
      RotaryPrecision rotary = RotaryPrecision.of(checkpoint.config());
      NaiveMoss naive =
          new NaiveMoss(checkpoint, rotary.inverseFrequencies(checkpoint.config().rotaryDim()));
      for (Conversation dialogue : shortest(set, 2)) {
        DialogueScore score = scorer.score(List.of(Passage.of(dialogue, tokenizer))).getFirst();
        assertThat(score.turns()).hasSameSizeAs(dialogue.turns());
        agrees(score, dialogue, tokenizer, naive);
      }
    }
  }

  /// The same weights, for longer sequences than the original was made for: its positions are
  /// rotations and need no weights.
  private Path withRoom(Path original) throws IOException {
    try (Stream<Path> files = Files.list(original)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Path config = folder.resolve("config.json");
    String text =
        Files.readString(config).replaceAll("(\"n_(ctx|positions)\": )64", "$1" + POSITIONS);
    Files.writeString(config, text);
    return folder;
  }

  private static List<Conversation> shortest(String set, int count) throws IOException {
    List<Conversation> all = new ArrayList<>();
    Corpus corpus = Corpus.of(SharedFolder.resolve("data/moss-003-samples/" + set + ".jsonl"));
    try (Scan<Entry> scan = corpus.entries()) {
      for (Entry entry : scan) {
        if (entry instanceof Entry.Accepted(Conversation dialogue, var _)) {
          all.add(dialogue);
        }
      }
    }
    all.sort(Comparator.comparingInt(dialogue -> dialogue.toString().length()));
    return all.subList(0, count);
  }

  /// IFD from its definition: the mean of -ln p over the tokens of the reply with everything before
  /// it, divided by the same with nothing before it but the role marker.
  private static void agrees(
      DialogueScore score, Conversation dialogue, MossTokenizer tokenizer, NaiveMoss naive) {
    int[] marker = tokenizer.encode("<|MOSS|>:");
    int[] ids = tokenizer.encode(dialogue.metaInstruction());
    List<int[]> spans = new ArrayList<>();
    for (Turn turn : dialogue.turns()) {
      for (int field = 0; field < MEMBERS.length; field++) {
        ids = joined(ids, tokenizer.encode(turn.values().get(field)));
      }
      int[] reply = tokenizer.encode(turn.values().getLast());
      assertThat(Arrays.copyOf(reply, marker.length)).isEqualTo(marker);
      spans.add(new int[] {ids.length + marker.length, ids.length + reply.length});
      ids = joined(ids, reply);
    }
    double[][] logits = naive.logits(ids);
    double sum = 0;
    long tokens = 0;
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      int from = spans.get(i)[0];
      int to = spans.get(i)[1];
      double given = negativeLogLikelihood(logits, ids, from, to);
      int[] reply = Arrays.copyOfRange(ids, from - marker.length, to);
      double alone = negativeLogLikelihood(naive.logits(reply), reply, marker.length, reply.length);
      ratios.add(given / alone);
      sum += given;
      tokens += to - from;
      TurnScore turn = score.turns().get(i);
      assertThat(turn.given().tokens()).isEqualTo(to - from);
      assertThat(turn.given().nll() / (to - from)).isCloseTo(given / (to - from), within(BOUND));
      assertThat(turn.ifd()).isCloseTo(given / alone, within(BOUND));
    }
    assertThat(score.replies().mean()).isCloseTo(sum / tokens, within(BOUND));
    String json = score.json().text();
    assertThat(json).contains("\"ifd\":{\"mean\":");
    assertThat(ratios).allMatch(ratio -> ratio > 0);
  }

  private static double negativeLogLikelihood(double[][] logits, int[] ids, int from, int to) {
    return IntStream.range(from, to)
        .mapToDouble(i -> {
          double[] row = logits[i - 1];
          double most = Arrays.stream(row).max().orElseThrow();
          double total = Arrays.stream(row).map(x -> Math.exp(x - most)).sum();
          return most + Math.log(total) - row[ids[i]];
        })
        .sum();
  }

  private static int[] joined(int[] a, int[] b) {
    return IntStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
  }
}
