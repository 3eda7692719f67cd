package io.mosskit.benchmarks;

import io.mosskit.benchmarks.planted.PublishedTrial;
import io.mosskit.benchmarks.planted.Trial;
import io.mosskit.benchmarks.planted.Trial.Score;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How many planted errors the auditor catches, and how many correct turns it refuses.
///
/// Arguments: the seed (1); how many correct turns (500); how many of each error (100); files of
/// published dialogues, of which the turns that are plainly right are taken, too.
public final class PlantedErrors {

  private PlantedErrors() {}

  public static void main(String[] args) throws IOException {
    long seed = args.length > 0 ? Long.parseLong(args[0]) : 1;
    int correct = args.length > 1 ? Integer.parseInt(args[1]) : 500;
    int planted = args.length > 2 ? Integer.parseInt(args[2]) : 100;
    Trial.Outcome outcome = Trial.run(seed, correct, planted);
    System.out.println("Replies that are drawn from, by family and language: " + Trial.phrasings());
    outcome.rows().forEach(System.out::println);
    System.out.printf(
        Locale.ROOT,
        "caught %.1f %%, refused wrongly %.1f %% (seed %d)%n",
        100 * outcome.caught(),
        100 * outcome.refused(),
        seed);
    print("Refused wrongly", outcome.correct());
    outcome.planted().forEach(score -> print("Missed: " + score.kind(), score));
    print("Missed: " + outcome.unseen().kind(), outcome.unseen());
    if (args.length > 3) {
      List<Path> files = Arrays.stream(args).skip(3).map(Path::of).toList();
      System.out.println("\nPublished turns that are plainly right, and the same with an error:");
      for (Score score : PublishedTrial.run(files, seed)) {
        System.out.printf("| %s | %d | %d |%n", score.kind(), score.turns(), score.found());
        print("Surprises: " + score.kind(), score);
      }
    }
  }

  private static void print(String heading, Score score) {
    if (!score.surprises().isEmpty()) {
      System.out.println("\n" + heading);
      score.surprises().forEach(surprise -> System.out.println("  " + surprise));
    }
  }
}
