package io.mosskit.inference.golden;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.testing.SharedFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the original programs computed, from the folder `shared` beside the checkout. Where it is
/// absent, the test is skipped.
public final class Golden {

  private static final Pattern SHAPE = Pattern.compile("'shape': \\(([0-9, ]*)\\)");

  private Golden() {}

  public static Path file(String name) {
    return SharedFolder.resolve("golden/" + name);
  }

  /// A matrix of an `.npy` file of little-endian floats.
  public static float[][] matrix(String name) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file(name)));
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    int headerBytes = bytes.getShort(8);
    String header = new String(bytes.array(), 10, headerBytes, StandardCharsets.US_ASCII);
    if (!header.contains("'<f4'") || !header.contains("'fortran_order': False")) {
      throw new IOException(name + ": " + header);
    }
    Matcher shape = SHAPE.matcher(header);
    if (!shape.find()) {
      throw new IOException(name + ": " + header);
    }
    int[] sizes =
        Arrays.stream(shape.group(1).split(","))
            .map(String::strip)
            .filter(size -> !size.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    int columns = sizes[sizes.length - 1];
    int rows = Arrays.stream(sizes).reduce(1, (a, b) -> a * b) / columns;
    float[][] matrix = new float[rows][columns];
    bytes.position(10 + headerBytes);
    for (float[] row : matrix) {
      bytes.asFloatBuffer().get(row);
      bytes.position(bytes.position() + 4 * columns);
    }
    return matrix;
  }

  public static Json.Obj json(String name) throws IOException {
    try {
      return (Json.Obj) Json.parse(Files.readString(file(name)));
    } catch (JsonException e) {
      throw new IOException(name, e);
    }
  }

  public static Json.Obj object(Json.Obj in, String name) {
    return (Json.Obj) in.members().get(name);
  }

  public static List<Json> list(Json.Obj in, String name) {
    return ((Json.Arr) in.members().get(name)).elements();
  }

  public static double number(Json.Obj in, String name) {
    return ((Json.Num) in.members().get(name)).doubleValue();
  }

  public static int[] ints(Json array) {
    return ((Json.Arr) array)
        .elements().stream().mapToInt(n -> (int) ((Json.Num) n).doubleValue()).toArray();
  }

  public static double[] numbers(Json array) {
    return ((Json.Arr) array)
        .elements().stream().mapToDouble(n -> ((Json.Num) n).doubleValue()).toArray();
  }
}
