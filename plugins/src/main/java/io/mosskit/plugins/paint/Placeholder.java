package io.mosskit.plugins.paint;

import io.mosskit.plugins.paint.Canvas.Shape;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Draws what stands for a picture that no model has painted: a pattern, shapes above it and a band
/// that says so. All of it follows from a hash of the description, so that equal descriptions have
/// equal pictures and others, in all likelihood, other ones. Nothing in it shows what is described.
final class Placeholder {

  private static final int PATTERN = 1;
  private static final int FIRST_SHAPE = 2;
  private static final int SHAPES = 7;
  private static final int BAND = FIRST_SHAPE + SHAPES;
  private static final int INK = BAND + 1;

  private static final int FRAME = 8;
  private static final int BAND_HEIGHT = 64;
  private static final int LETTER_PIXEL = 4;

  private final HashStream numbers;
  private final Canvas canvas = new Canvas();

  private Placeholder(String description) {
    numbers = new HashStream(description);
  }

  /// The placeholder of a description, a PNG file that holds the description too.
  static byte[] of(String description) {
    Placeholder placeholder = new Placeholder(description);
    byte[] colours = placeholder.colours();
    placeholder.draw();
    SequencedMap<String, String> texts = new LinkedHashMap<>();
    texts.put("Title", "Placeholder");
    texts.put("Description", description);
    texts.put("Comment", "Drawn from a hash of the description; no model has painted it.");
    texts.put("Software", "mosskit Text2Image");
    return Png.of(Canvas.SIDE, colours, placeholder.canvas.pixels(), texts);
  }

  /// Red, green and blue of each colour: a pale ground and a pattern hardly darker, shapes of any
  /// strength, then the band and its letters, which are always the same.
  private byte[] colours() {
    byte[] colours = new byte[(INK + 1) * 3];
    for (int channel = 0; channel < 3; channel++) {
      int ground = numbers.between(200, 250);
      colours[channel] = (byte) ground;
      colours[PATTERN * 3 + channel] = (byte) (ground - 20);
      colours[BAND * 3 + channel] = 40;
      colours[INK * 3 + channel] = (byte) 240;
    }
    for (int i = FIRST_SHAPE * 3; i < BAND * 3; i++) {
      colours[i] = (byte) numbers.between(40, 220);
    }
    return colours;
  }

  private void draw() {
    canvas.fill(pattern(), PATTERN);
    for (int i = 0; i < SHAPES; i++) {
      canvas.fill(shape(), FIRST_SHAPE + i);
    }
    int side = Canvas.SIDE;
    Shape inside = Shapes.box(FRAME, FRAME, side - 2 * FRAME, side - FRAME - BAND_HEIGHT);
    canvas.fill((x, y) -> !inside.contains(x, y), BAND);
    int left = (side - Lettering.width(LETTER_PIXEL)) / 2;
    int top = side - (BAND_HEIGHT + Lettering.height(LETTER_PIXEL)) / 2;
    canvas.fill(Lettering.at(left, top, LETTER_PIXEL), INK);
  }

  private Shape pattern() {
    int width = numbers.between(8, 40);
    return switch (numbers.below(6)) {
      case 0 -> Shapes.checks(width);
      case 1 -> Shapes.dots(width, width / 3);
      case 2 -> Shapes.stripes(0, 1, width);
      case 3 -> Shapes.stripes(1, 0, width);
      case 4 -> Shapes.stripes(1, 1, width);
      default -> Shapes.stripes(1, -1, width);
    };
  }

  private Shape shape() {
    int x = numbers.below(Canvas.SIDE);
    int y = numbers.below(Canvas.SIDE - BAND_HEIGHT);
    int size = numbers.between(30, 120);
    return switch (numbers.below(5)) {
      case 0 -> Shapes.disc(x, y, size);
      case 1 -> Shapes.ring(x, y, size, size / 4);
      case 2 -> Shapes.box(x - size, y - size / 2, 2 * size, size);
      case 3 -> Shapes.diamond(x, y, size);
      default -> Shapes.hill(x, y, size);
    };
  }
}
