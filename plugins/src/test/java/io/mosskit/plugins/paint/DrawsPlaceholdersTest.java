package io.mosskit.plugins.paint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Outcome.Failure;
import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.Outcome.Result;
import io.mosskit.schema.Capability;
import io.mosskit.schema.lineage.Artifact;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Node;

class DrawsPlaceholdersTest {

  private final Text2Image plugin = new Text2Image();

  @ParameterizedTest
  @CsvSource({
    "a red bridge over a quiet river, 9b1ebf18c9ddadfdb3600e18784a1ca46a79d49b9f8d672a110343eb1b021b42",
    "一座红色的桥横跨静静的河流, 7ab3f54dba4f37a8ef70cf14e35b33f3bbc7f8f2c7d254979d2b004212dafc48"
  })
  void aDescriptionHasTheSameBytesOnEveryMachine(String description, String sha256) {
    assertThat(plugin.execute(description, Limits.DEFAULT))
        .isEqualTo(
            new Result(
                "Image generated successfully.",
                new Artifact(sha256.substring(0, 32) + ".png", sha256)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a red bridge", "红色的桥", "👩‍🔬 in a lab", "x"})
  void everyReaderOfPngFilesReadsIt(String description) throws IOException {
    byte[] png = Placeholder.of(description);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(512);
    assertThat(image.getHeight()).isEqualTo(512);
    assertThat(image.getRGB(0, 0)).isEqualTo(0xFF282828);
    assertThat(png).hasSizeLessThan(80_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a red bridge", "一座红色的桥，<eor> & \"quotes\""})
  void theFileSaysThatItIsAPlaceholderAndOfWhat(String description) throws IOException {
    assertThat(texts(Placeholder.of(description)))
        .containsEntry("Title", "Placeholder")
        .containsEntry("Description", description)
        .containsEntry("Comment", "Drawn from a hash of the description; no model has painted it.");
  }

  @Test
  void differentDescriptionsLookDifferent() {
    Set<String> pictures = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      byte[] png = Placeholder.of((i % 2 == 0 ? "tree " : "树") + i);
      pictures.add(Sha256.hex(pixels(png)));
    }
    assertThat(pictures).hasSize(60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \u3000\t", "\u200b\u202e", "a\u0000b", "半\uD83D", "\uFFFE", "a\nb"})
  void whatDescribesNothingOrIsNoTextIsRefused(String description) {
    assertThat(plugin.execute(description, Limits.DEFAULT))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.reason()).isEqualTo(Reason.MALFORMED_ARGUMENT));
  }

  @Test
  void limitsHold() {
    assertThat(reason(plugin.execute("树".repeat(5000), Limits.DEFAULT)))
        .isEqualTo(Reason.LIMIT_EXCEEDED);
    assertThat(reason(plugin.execute("tree", new Limits(9, 9, 9, 9, 1L << 28))))
        .isEqualTo(Reason.LIMIT_EXCEEDED);
    assertThat(reason(plugin.execute("tree", new Limits(99, 99, 9, 9, 1000))))
        .isEqualTo(Reason.LIMIT_EXCEEDED);
  }

  @Test
  void announcesItselfAsTheMetaInstructionDoes() {
    assertThat(Capability.TEXT_TO_IMAGE.api()).contains(plugin.apiLine());
    assertThat(Capability.TEXT_TO_IMAGE.command()).contains(plugin.name());
    assertThat(plugin.answersInline()).isTrue();
  }

  private static Reason reason(Outcome outcome) {
    return ((Failure) outcome).reason();
  }

  private static byte[] pixels(byte[] png) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
      byte[] pixels = new byte[512 * 512];
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = (byte) (image.getRGB(i % 512, i / 512) >> 8);
      }
      return pixels;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> texts(byte[] png) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
      reader.setInput(in);
      Node root = reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
      Map<String, String> texts = new HashMap<>();
      for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
        if (child.getNodeName().equals("iTXt")) {
          for (Node text = child.getFirstChild(); text != null; text = text.getNextSibling()) {
            texts.put(
                text.getAttributes().getNamedItem("keyword").getNodeValue(),
                text.getAttributes().getNamedItem("text").getNodeValue());
          }
        }
      }
      return texts;
    } finally {
      reader.dispose();
    }
  }
}
