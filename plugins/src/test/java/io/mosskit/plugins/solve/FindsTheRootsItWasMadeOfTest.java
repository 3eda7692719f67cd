package io.mosskit.plugins.solve;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Equations made of solutions that were there first.
class FindsTheRootsItWasMadeOfTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void polynomialHasTheRationalRootsOfItsFactors(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20; i++) {
      TreeSet<Rational> roots = new TreeSet<>(Comparator.naturalOrder());
      List<BigInteger> expanded = new ArrayList<>(List.of(BigInteger.ONE));
      for (int n = 1 + random.nextInt(6); n > 0; n--) {
        BigInteger p = BigInteger.valueOf(random.nextLong(-60, 60));
        BigInteger q = BigInteger.valueOf(random.nextLong(1, 9));
        roots.add(Rational.reduced(p, q));
        expanded = times(expanded, p.negate(), q);
      }
      List<Rational> sorted = List.copyOf(roots);
      String expected =
          sorted.size() == 1
              ? "x = " + sorted.getFirst()
              : IntStream.range(0, sorted.size())
                  .mapToObj(n -> "x_" + n + " = " + sorted.get(n))
                  .collect(joining("; "));
      assertThat(Answers.printed(written(expanded) + "=0")).isEqualTo(expected);
    }
  }

  /// Times qx + p.
  private static List<BigInteger> times(List<BigInteger> polynomial, BigInteger p, BigInteger q) {
    List<BigInteger> product = new ArrayList<>();
    for (int i = 0; i <= polynomial.size(); i++) {
      BigInteger same = i < polynomial.size() ? polynomial.get(i).multiply(p) : BigInteger.ZERO;
      BigInteger lower = i > 0 ? polynomial.get(i - 1).multiply(q) : BigInteger.ZERO;
      product.add(same.add(lower));
    }
    return product;
  }

  private static String written(List<BigInteger> polynomial) {
    return IntStream.range(0, polynomial.size())
        .mapToObj(i -> "(%s)x^%d".formatted(polynomial.get(i), i))
        .collect(joining("+"));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void linearSystemHasTheValuesItWasMadeOf(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int size = 2; size <= 9; size++) {
      long[] values = random.longs(size, -50, 50).toArray();
      long[][] matrix = new long[size][];
      for (int row = 0; row < size; row++) {
        matrix[row] = random.longs(size, -9, 10).toArray();
        matrix[row][row] = 100; // larger than the rest of the row, so that there is one solution
      }
      String equations =
          IntStream.range(0, size)
              .mapToObj(row -> equation(matrix[row], values))
              .collect(joining("；"));
      String expected =
          IntStream.range(0, size)
              .mapToObj(i -> "元%d = %d".formatted(i, values[i]))
              .collect(joining("; "));
      assertThat(Answers.printed(equations)).isEqualTo(expected);
    }
  }

  private static String equation(long[] row, long[] values) {
    String left =
        IntStream.range(0, row.length)
            .mapToObj(i -> "(%d)元%d".formatted(row[i], i))
            .collect(joining("+"));
    long right = IntStream.range(0, row.length).mapToLong(i -> row[i] * values[i]).sum();
    return left + "=" + right;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void sumAndProductHaveTheNumbersTheyWereMadeOf(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 10; i++) {
      long a = random.nextLong(-99, 99);
      long b = a + random.nextLong(1, 99);
      assertThat(Answers.printed("x+y=%d; xy=%d".formatted(a + b, a * b)))
          .isEqualTo("x_0 = %1$d; y_0 = %2$d; x_1 = %2$d; y_1 = %1$d".formatted(a, b));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void radicalEquationKeepsTheRootItWasMadeOf(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 10; i++) {
      long root = random.nextLong(1, 50);
      long shift = random.nextLong(1, 50);
      long square = root * root - shift; // sqrt(square + shift) = root
      assertThat(Answers.printed("sqrt(x+%d)=%d".formatted(shift, root)))
          .isEqualTo("x = " + square);
    }
  }
}
