package io.mosskit.curation.tag;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// A model in a file: eight characters that name the format and its version, the length of a JSON
/// header with the [TrainingFacts], the header, the slope, the features and weights (deflated), and
/// a CRC-32C of all before it. Numbers are big-endian.
final class ModelFile {

  private static final String FORMAT = "mosstag";
  private static final char VERSION = '1';
  private static final int MARK_LENGTH = FORMAT.length() + 1;
  private static final int CHECKSUM_LENGTH = Long.BYTES;
  private static final int MOST_FEATURES = 1 << 26;
  private static final String REMEDY = "; train it again with `mosskit tag train`";

  private ModelFile() {}

  static void write(TagModel model, Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
    Files.write(part, bytes(model));
    Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  static byte[] bytes(TagModel model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeBytes(FORMAT + VERSION);
    byte[] header = model.facts().json().text().getBytes(StandardCharsets.UTF_8);
    out.writeInt(header.length);
    out.write(header);
    out.writeDouble(model.slope());
    DeflaterOutputStream deflated = new DeflaterOutputStream(out);
    writeBody(model, new DataOutputStream(deflated));
    deflated.finish();
    out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
    return bytes.toByteArray();
  }

  private static void writeBody(TagModel model, DataOutputStream out) throws IOException {
    Vocabulary vocabulary = model.linear().vocabulary();
    out.writeInt(vocabulary.size());
    for (int i = 0; i < vocabulary.size(); i++) {
      out.writeInt(vocabulary.hash(i));
    }
    for (int i = 0; i < vocabulary.size(); i++) {
      out.writeFloat(vocabulary.inverseFrequency(i));
    }
    for (int label = 0; label < model.facts().labels().size(); label++) {
      out.writeFloat(model.linear().scale(label));
      out.write(model.linear().weights(label));
    }
  }

  static TagModel read(byte[] bytes, String name) throws IOException {
    requireFormat(bytes, name);
    int end = bytes.length - CHECKSUM_LENGTH;
    if (end < MARK_LENGTH || ByteBuffer.wrap(bytes).getLong(end) != checksum(bytes, end)) {
      throw new IOException(
          name
              + ": the model is damaged: its checksum is wrong; copy it again, or train it again"
              + " with `mosskit tag train`");
    }
    ByteArrayInputStream in = new ByteArrayInputStream(bytes, MARK_LENGTH, end - MARK_LENGTH);
    DataInputStream data = new DataInputStream(in);
    TrainingFacts facts = facts(data.readNBytes(data.readInt()), name);
    double slope = data.readDouble();
    LinearModel model =
        body(new DataInputStream(new InflaterInputStream(in)), facts.labels().size(), name);
    return new TagModel(facts, model, slope);
  }

  private static void requireFormat(byte[] bytes, String name) throws IOException {
    String mark =
        new String(bytes, 0, Math.min(bytes.length, MARK_LENGTH), StandardCharsets.ISO_8859_1);
    if (mark.length() < MARK_LENGTH || !mark.startsWith(FORMAT)) {
      throw new IOException(name + ": expected a model of mosskit, found another file" + REMEDY);
    }
    char version = mark.charAt(FORMAT.length());
    if (version != VERSION) {
      throw new IOException(
          "%s: the model is of version %s, and this mosskit reads version %s; take a newer mosskit%s"
              .formatted(name, version, VERSION, REMEDY.replace("; train", ", or train")));
    }
  }

  private static TrainingFacts facts(byte[] header, String name) throws IOException {
    Optional<TrainingFacts> facts;
    try {
      facts = TrainingFacts.of(Json.parse(new String(header, StandardCharsets.UTF_8)));
    } catch (JsonException e) {
      throw new IOException(name + ": the header of the model is no JSON" + REMEDY, e);
    }
    return facts.orElseThrow(
        () -> new IOException(name + ": the header of the model lacks a member" + REMEDY));
  }

  private static LinearModel body(DataInputStream in, int labels, String name) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > MOST_FEATURES) {
      throw new IOException(name + ": a model of " + size + " features" + REMEDY);
    }
    int[] hashes = new int[size];
    for (int i = 0; i < size; i++) {
      hashes[i] = in.readInt();
    }
    float[] inverseFrequencies = new float[size];
    for (int i = 0; i < size; i++) {
      inverseFrequencies[i] = in.readFloat();
    }
    byte[][] weights = new byte[labels][size + 1];
    float[] scales = new float[labels];
    for (int label = 0; label < labels; label++) {
      scales[label] = in.readFloat();
      in.readFully(weights[label]);
    }
    Features features = new Features(new Vocabulary(hashes, inverseFrequencies), new Grams());
    return new LinearModel(features, weights, scales);
  }

  private static long checksum(byte[] bytes, int end) {
    CRC32C checksum = new CRC32C();
    checksum.update(Arrays.copyOf(bytes, end));
    return checksum.getValue();
  }
}
