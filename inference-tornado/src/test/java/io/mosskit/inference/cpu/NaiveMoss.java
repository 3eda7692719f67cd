package io.mosskit.inference.cpu;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.checkpoint.Tensor;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// MOSS as the reference describes it (section C.3), in double precision, without cache, blocks or
/// vectors: what the backend is held against.
public final class NaiveMoss {

  private final Checkpoint checkpoint;
  private final MossConfig config;
  private final float[] inverseFrequencies;

  public NaiveMoss(Checkpoint checkpoint, float[] inverseFrequencies) {
    this.checkpoint = checkpoint;
    this.config = checkpoint.config();
    this.inverseFrequencies = inverseFrequencies;
  }

  /// The logits at every position.
  public double[][] logits(int[] ids) {
    return linear(hidden(ids), "lm_head");
  }

  /// The last hidden states, after the final LayerNorm.
  public double[][] hidden(int[] ids) {
    int width = config.nEmbd();
    double[] embeddings = numbers("transformer.wte.weight");
    double[][] x = new double[ids.length][];
    for (int i = 0; i < ids.length; i++) {
      x[i] = Arrays.copyOfRange(embeddings, ids[i] * width, (ids[i] + 1) * width);
    }
    for (int layer = 0; layer < config.nLayer(); layer++) {
      String prefix = "transformer.h." + layer + ".";
      double[][] n = normalised(x, prefix + "ln_1");
      double[][] attention =
          linear(attention(linear(n, prefix + "attn.qkv_proj")), prefix + "attn.out_proj");
      double[][] inner = linear(n, prefix + "mlp.fc_in");
      for (double[] row : inner) {
        for (int i = 0; i < row.length; i++) {
          row[i] = gelu(row[i]);
        }
      }
      double[][] fed = linear(inner, prefix + "mlp.fc_out");
      for (int i = 0; i < x.length; i++) {
        for (int j = 0; j < width; j++) {
          x[i][j] += attention[i][j] + fed[i][j];
        }
      }
    }
    return normalised(x, "transformer.ln_f");
  }

  private static double gelu(double x) {
    return 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
  }

  private double[][] normalised(double[][] x, String name) {
    double[] weight = numbers(name + ".weight");
    double[] bias = numbers(name + ".bias");
    double[][] y = new double[x.length][weight.length];
    for (int i = 0; i < x.length; i++) {
      double mean = Arrays.stream(x[i]).average().orElseThrow();
      double variance =
          Arrays.stream(x[i]).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
      for (int j = 0; j < weight.length; j++) {
        double scaled = (x[i][j] - mean) / Math.sqrt(variance + config.layerNormEpsilon());
        y[i][j] = scaled * weight[j] + bias[j];
      }
    }
    return y;
  }

  private double[][] attention(double[][] qkv) {
    int size = config.headSize();
    int perShard = config.nHead() / 4;
    double[][] out = new double[qkv.length][config.nEmbd()];
    for (int head = 0; head < config.nHead(); head++) {
      int shard = head / perShard * 3 * perShard * size;
      int q = shard + head % perShard * size;
      int v = q + perShard * size;
      int k = v + perShard * size;
      double[][] keys = new double[qkv.length][];
      for (int i = 0; i < qkv.length; i++) {
        keys[i] = rotated(qkv[i], k, i);
        double[] query = rotated(qkv[i], q, i);
        double[] p = new double[i + 1];
        for (int j = 0; j <= i; j++) {
          for (int d = 0; d < size; d++) {
            p[j] += query[d] * keys[j][d];
          }
          p[j] /= Math.sqrt(size);
        }
        double most = Arrays.stream(p).max().orElseThrow();
        double sum = Arrays.stream(p).map(s -> Math.exp(s - most)).sum();
        for (int j = 0; j <= i; j++) {
          for (int d = 0; d < size; d++) {
            out[i][head * size + d] += Math.exp(p[j] - most) / sum * qkv[j][v + d];
          }
        }
      }
    }
    return out;
  }

  private double[] rotated(double[] row, int from, int position) {
    double[] head = Arrays.copyOfRange(row, from, from + config.headSize());
    for (int i = 0; i < inverseFrequencies.length; i++) {
      float angle = position * inverseFrequencies[i];
      double x = head[2 * i];
      double y = head[2 * i + 1];
      head[2 * i] = x * Math.cos(angle) - y * Math.sin(angle);
      head[2 * i + 1] = y * Math.cos(angle) + x * Math.sin(angle);
    }
    return head;
  }

  private double[][] linear(double[][] x, String name) {
    double[][] w = checkpoint.tensor(name + ".qweight").isPresent() ? unpacked(name) : dense(name);
    double[] bias =
        checkpoint.tensor(name + ".bias").isPresent()
            ? numbers(name + ".bias")
            : new double[w.length];
    double[][] y = new double[x.length][w.length];
    for (int i = 0; i < x.length; i++) {
      for (int o = 0; o < w.length; o++) {
        double sum = bias[o];
        for (int k = 0; k < x[i].length; k++) {
          sum += w[o][k] * x[i][k];
        }
        y[i][o] = sum;
      }
    }
    return y;
  }

  private double[][] dense(String name) {
    Tensor tensor = checkpoint.tensor(name + ".weight").orElseThrow();
    double[] all = numbers(tensor);
    int inputs = Math.toIntExact(tensor.shape().get(1));
    double[][] rows = new double[all.length / inputs][];
    for (int o = 0; o < rows.length; o++) {
      rows[o] = Arrays.copyOfRange(all, o * inputs, (o + 1) * inputs);
    }
    return rows;
  }

  private double[][] unpacked(String name) {
    int bits = config.wbits();
    int perWord = 32 / bits;
    int mask = (1 << bits) - 1;
    double[] groupOf = numbers(name + ".g_idx");
    int outputs =
        Math.toIntExact(checkpoint.tensor(name + ".qweight").orElseThrow().shape().get(1));
    int[] codes = ints(name + ".qweight");
    int[] zeros = ints(name + ".qzeros");
    double[] scales = numbers(name + ".scales");
    double[][] w = new double[outputs][groupOf.length];
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < groupOf.length; i++) {
        int group = (int) groupOf[i];
        int code = codes[i / perWord * outputs + o] >>> bits * (i % perWord) & mask;
        int stored =
            zeros[group * (outputs / perWord) + o / perWord] >>> bits * (o % perWord) & mask;
        w[o][i] = (code - (stored + 1)) * scales[group * outputs + o];
      }
    }
    return w;
  }

  private int[] ints(String name) {
    return Arrays.stream(numbers(name)).mapToInt(v -> (int) v).toArray();
  }

  private double[] numbers(String name) {
    return numbers(checkpoint.tensor(name).orElseThrow());
  }

  private static double[] numbers(Tensor tensor) {
    double[] numbers = new double[Math.toIntExact(tensor.elements())];
    for (int i = 0; i < numbers.length; i++) {
      long at = (long) i * tensor.type().bytes();
      if (tensor.type() == ElementType.I32) {
        numbers[i] = tensor.data().get(ValueLayout.JAVA_INT_UNALIGNED, at);
      } else if (tensor.type() == ElementType.F32) {
        numbers[i] = tensor.data().get(ValueLayout.JAVA_FLOAT_UNALIGNED, at);
      } else {
        short half = tensor.data().get(ValueLayout.JAVA_SHORT_UNALIGNED, at);
        numbers[i] =
            tensor.type() == ElementType.F16
                ? Float.float16ToFloat(half)
                : Float.intBitsToFloat(half << 16);
      }
    }
    return numbers;
  }
}
