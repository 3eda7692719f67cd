package io.mosskit.inference.tornado;

import uk.ac.manchester.tornado.api.annotations.Parallel;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;
import uk.ac.manchester.tornado.api.types.arrays.ShortArray;

/// The products of rows with weights packed by GPTQ, in the shapes and tiles of [Products].
final class PackedProducts {

  /// Outputs of a thread.
  static final int OUTPUTS = 2;

  private PackedProducts() {}

  /// Multiplies with weights as they lie in the file: W[o, k] = (code - zero) scale. A lane has
  /// consecutive words of codes, so that most of them share a group; neighbouring threads have
  /// neighbouring outputs. Code and zero times scale are exact in single precision, and so is their
  /// difference. Source: MOSS reference, section C.6.
  ///
  /// @param codes [inputs bits / 32, outputs]
  /// @param zeros [groups, outputs bits / 32]
  /// @param scales halves, [groups, outputs]
  /// @param groupOf [inputs]
  /// @param together how many inputs of a word surely share a group: all or one
  static void packedWords(
      IntArray block,
      FloatArray x,
      IntArray codes,
      IntArray zeros,
      ShortArray scales,
      IntArray groupOf,
      FloatArray parts,
      int inputs,
      int outputs,
      int bits,
      int together,
      int lanes) {
    for (@Parallel int i = 0; i < outputs / OUTPUTS * lanes; i++) {
      int half = outputs / OUTPUTS;
      int lane = i / half;
      int a = i % half;
      int b = a + half;
      int perWord = 32 / bits;
      int mask = (1 << bits) - 1;
      int words = inputs / perWord;
      int first = lane * words / lanes;
      int end = (lane + 1) * words / lanes;
      int rows = block.get(Block.COUNT);
      if (rows == 1) {
        int group = -1;
        float scaleA = 0f;
        float scaleB = 0f;
        float zeroA = 0f;
        float zeroB = 0f;
        float sumA = 0f;
        float sumB = 0f;
        for (int word = first; word < end; word++) {
          int packedA = codes.get(word * outputs + a);
          int packedB = codes.get(word * outputs + b);
          for (int run = 0; run < perWord; run += together) {
            int k = word * perWord + run;
            int ownGroup = groupOf.get(k);
            if (ownGroup != group) {
              group = ownGroup;
              scaleA = Halves.value(scales.get(group * outputs + a));
              zeroA = zero(zeros, group, a, outputs, bits) * scaleA;
              scaleB = Halves.value(scales.get(group * outputs + b));
              zeroB = zero(zeros, group, b, outputs, bits) * scaleB;
            }
            for (int t = run; t < run + together; t++) {
              float codeA = (packedA >> (bits * t)) & mask;
              float codeB = (packedB >> (bits * t)) & mask;
              float value = x.get(word * perWord + t);
              sumA += (codeA * scaleA - zeroA) * value;
              sumB += (codeB * scaleB - zeroB) * value;
            }
          }
        }
        parts.set(lane * outputs + a, sumA);
        parts.set(lane * outputs + b, sumB);
      } else {
        for (int row = 0; row < rows; row += Products.TILE) {
          int from = row * inputs;
          int group = -1;
          float scaleA = 0f;
          float scaleB = 0f;
          float zeroA = 0f;
          float zeroB = 0f;
          float sumA0 = 0f;
          float sumA1 = 0f;
          float sumA2 = 0f;
          float sumA3 = 0f;
          float sumB0 = 0f;
          float sumB1 = 0f;
          float sumB2 = 0f;
          float sumB3 = 0f;
          for (int word = first; word < end; word++) {
            int packedA = codes.get(word * outputs + a);
            int packedB = codes.get(word * outputs + b);
            for (int run = 0; run < perWord; run += together) {
              int k = word * perWord + run;
              int ownGroup = groupOf.get(k);
              if (ownGroup != group) {
                group = ownGroup;
                scaleA = Halves.value(scales.get(group * outputs + a));
                zeroA = zero(zeros, group, a, outputs, bits) * scaleA;
                scaleB = Halves.value(scales.get(group * outputs + b));
                zeroB = zero(zeros, group, b, outputs, bits) * scaleB;
              }
              for (int t = run; t < run + together; t++) {
                int at = word * perWord + t;
                float codeA = (packedA >> (bits * t)) & mask;
                float codeB = (packedB >> (bits * t)) & mask;
                float weightA = codeA * scaleA - zeroA;
                float weightB = codeB * scaleB - zeroB;
                float value0 = x.get(from + at);
                sumA0 += weightA * value0;
                sumB0 += weightB * value0;
                float value1 = x.get(from + inputs + at);
                sumA1 += weightA * value1;
                sumB1 += weightB * value1;
                float value2 = x.get(from + 2 * inputs + at);
                sumA2 += weightA * value2;
                sumB2 += weightB * value2;
                float value3 = x.get(from + 3 * inputs + at);
                sumA3 += weightA * value3;
                sumB3 += weightB * value3;
              }
            }
          }
          int to = (row * lanes + lane) * outputs;
          parts.set(to + a, sumA0);
          parts.set(to + b, sumB0);
          parts.set(to + lanes * outputs + a, sumA1);
          parts.set(to + lanes * outputs + b, sumB1);
          parts.set(to + 2 * lanes * outputs + a, sumA2);
          parts.set(to + 2 * lanes * outputs + b, sumB2);
          parts.set(to + 3 * lanes * outputs + a, sumA3);
          parts.set(to + 3 * lanes * outputs + b, sumB3);
        }
      }
    }
  }

  /// The zero of an output, which the file holds less one.
  private static float zero(IntArray zeros, int group, int output, int outputs, int bits) {
    int perWord = 32 / bits;
    int word = zeros.get(group * (outputs / perWord) + output / perWord);
    return ((word >> (bits * (output % perWord))) & ((1 << bits) - 1)) + 1;
  }
}
