package io.mosskit.inference.eval;

import io.mosskit.inference.eval.Bootstrap.Difference;
import io.mosskit.inference.eval.Bootstrap.Estimate;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.json.ObjBuilder;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What a model came to on all tasks, item by item, in a folder: `items.jsonl`, `results.json`,
/// `results.md` and `results.html`.
///
/// @param model its name
/// @param items of all tasks
public record Results(String model, List<ItemResult> items) {
  private static final String ITEMS = "items.jsonl";
  private static final String JSON = "results.json";
  private static final long SEED = 1;

  public Results {
    items = List.copyOf(items);
  }

  /// A metric of a task.
  private record Metric(String task, String name) {}

  /// The values of each metric by item, in the order of the items.
  private Map<Metric, Map<String, Double>> values() {
    Map<Metric, Map<String, Double>> values = new LinkedHashMap<>();
    for (ItemResult item : items) {
      item.metrics()
          .forEach((name, value) ->
              values
                  .computeIfAbsent(new Metric(item.task(), name), _ -> new LinkedHashMap<>())
                  .put(item.item(), value));
    }
    return values;
  }

  private static double[] array(Map<String, Double> values) {
    return values.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// Means with intervals, a row a metric.
  public ResultTable table() {
    ResultTable table = new ResultTable(model, List.of("task", "metric", "items", "mean", "95 %"));
    values()
        .forEach((metric, values) -> {
          Estimate mean = Bootstrap.estimate(array(values), SEED);
          table.row(
              metric.task(),
              metric.name(),
              Integer.toString(mean.count()),
              ResultTable.number(mean.mean()),
              interval(mean));
        });
    return table;
  }

  private static String interval(Estimate mean) {
    return ResultTable.number(mean.low()) + " – " + ResultTable.number(mean.high());
  }

  /// The same as JSON.
  public Json.Obj json() {
    List<Json> metrics = new ArrayList<>();
    values()
        .forEach((metric, values) ->
            metrics.add(
                estimate(
                        Json.object().put("task", metric.task()).put("metric", metric.name()),
                        Bootstrap.estimate(array(values), SEED))
                    .build()));
    return Json.object().put("model", model).put("metrics", Json.of(metrics)).build();
  }

  private static ObjBuilder estimate(ObjBuilder json, Estimate estimate) {
    return json.put("items", estimate.count())
        .put("mean", estimate.mean())
        .put("low", estimate.low())
        .put("high", estimate.high());
  }

  /// Compares two models on the items that both have answered.
  ///
  /// @throws IllegalArgumentException where they have no item in common
  public static Comparison compare(Results left, Results right) {
    ResultTable table =
        new ResultTable(
            left.model + " against " + right.model,
            List.of("task", "metric", "items", left.model, right.model, "difference", "95 %", "p"));
    List<Json> json = new ArrayList<>();
    Map<Metric, Map<String, Double>> others = right.values();
    left.values()
        .forEach((metric, values) -> {
          Map<String, Double> other = others.getOrDefault(metric, Map.of());
          Map<String, Double> common = new TreeMap<>(values);
          common.keySet().retainAll(other.keySet());
          if (!common.isEmpty()) {
            double[] first = array(common);
            double[] second =
                common.keySet().stream()
                    .mapToDouble(item -> Objects.requireNonNull(other.get(item)))
                    .toArray();
            add(metric, first, second, table, json);
          }
        });
    if (json.isEmpty()) {
      throw new IllegalArgumentException(
          "%s and %s have no item in common: compare runs of the same tasks"
              .formatted(left.model, right.model));
    }
    return new Comparison(table, Json.object().put("metrics", Json.of(json)).build());
  }

  private static void add(
      Metric metric, double[] first, double[] second, ResultTable table, List<Json> json) {
    Difference difference = Bootstrap.compare(first, second, SEED);
    double left = Bootstrap.estimate(first, SEED).mean();
    double right = Bootstrap.estimate(second, SEED).mean();
    table.row(
        metric.task(),
        metric.name(),
        Integer.toString(first.length),
        ResultTable.number(left),
        ResultTable.number(right),
        ResultTable.number(difference.difference().mean()),
        interval(difference.difference()),
        ResultTable.number(difference.p()));
    json.add(
        estimate(
                Json.object()
                    .put("task", metric.task())
                    .put("metric", metric.name())
                    .put("left", left)
                    .put("right", right),
                difference.difference())
            .put("p", difference.p())
            .build());
  }

  /// Two models side by side.
  public record Comparison(ResultTable table, Json.Obj json) {}

  /// Writes the four files; `results.json` comes last.
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve(JSON));
    Files.write(folder.resolve(ITEMS), items.stream().map(item -> item.json().text()).toList());
    ResultTable table = table();
    Files.writeString(folder.resolve("results.md"), table.markdown());
    Files.writeString(folder.resolve("results.html"), table.html());
    Files.writeString(folder.resolve(JSON), json().text() + "\n");
  }

  /// Reads what [#write] wrote.
  ///
  /// @throws IOException where the folder holds no whole results
  public static Results read(Path folder) throws IOException {
    try {
      List<ItemResult> items = new ArrayList<>();
      if (!(Json.parse(Files.readString(folder.resolve(JSON))) instanceof Json.Obj whole)) {
        throw none(folder);
      }
      for (String line : Files.readAllLines(folder.resolve(ITEMS))) {
        ItemResult item =
            Json.parse(line) instanceof Json.Obj object ? ItemResult.of(object) : null;
        if (item == null) {
          throw none(folder);
        }
        items.add(item);
      }
      return new Results(
          Objects.requireNonNullElse(whole.string("model"), String.valueOf(folder)), items);
    } catch (JsonException _) {
      throw none(folder);
    }
  }

  private static FileSystemException none(Path folder) {
    return new FileSystemException(
        folder.toString(), null, "holds no results of mosskit eval run; run it again");
  }
}
