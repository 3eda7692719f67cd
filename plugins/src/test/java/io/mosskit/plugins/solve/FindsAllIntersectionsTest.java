package io.mosskit.plugins.solve;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Bézout: curves of the degrees m and n, chosen at random, meet in m·n points.
class FindsAllIntersectionsTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aLineAndAConicMeetInTwoPoints(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String line = equation(random, "x", "y");
    assertThat(Answers.solutions(line + "；" + conic(random))).hasSize(2);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void twoConicsMeetInFourPoints(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    assertThat(Answers.solutions(conic(random) + ";" + conic(random))).hasSize(4);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void twoCubicsMeetInNinePoints(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] monomials = {"x^3", "x^2*y", "x*y^2", "y^3", "x", "y"};
    String first = equation(random, monomials);
    assertThat(Answers.solutions(first + " and " + equation(random, monomials))).hasSize(9);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2})
  void threeQuadricsMeetInEightPoints(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String[] monomials = {"甲^2", "乙^2", "丙^2", "甲*乙", "乙*丙", "甲", "乙"};
    String equations =
        Stream.generate(() -> equation(random, monomials)).limit(3).collect(joining(";"));
    assertThat(Answers.solutions(equations)).hasSize(8);
  }

  private static String conic(SplittableRandom random) {
    return equation(random, "x^2", "x*y", "y^2", "x", "y");
  }

  /// The sum of these monomials with coefficients other than zero.
  private static String equation(SplittableRandom random, String... monomials) {
    return Stream.of(monomials)
        .map(monomial -> "(%d)*%s".formatted(random.nextInt(-9, 9) | 1, monomial))
        .collect(joining("+", "", "=" + random.nextInt(1, 9)));
  }
}
