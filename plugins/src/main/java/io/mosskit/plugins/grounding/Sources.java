package io.mosskit.plugins.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what a text gives as its source: a title, a name, an address.
final class Sources {

  /// What a text gives as its source.
  ///
  /// @param at where the words begin that name it
  record Source(String name, int at) {}

  /// An address.
  private static final Naming ADDRESS =
      new Naming(
          Pattern.compile("(?i)" + NumberWords.START + "((?:https?://|www\\.)[\\w./%?=&#~:-]+\\w)"),
          Sources::mayHoldAddress);

  /// Words that are no name: nobody in particular, the user, the plugins, the dialogue itself.
  private static final Pattern NO_NAME =
      Pattern.compile(
          "最近|最新|近日|近期|一篇|一些|一位|多位|多个|许多|很多|不少|^某|有关|相关|官方|年$|方式|搜索|查询|检索|结果|资料|以上|上述|计算|题"
              + "|^[您你我他她它这那其该本各]|提供|公式|网络|已知|工具|所给|之前|前面|上面|上文|层$|情况|实际|不同|自己|数据$|信息$");

  private static final List<Naming> NAMINGS = namings();

  private Sources() {}

  private static List<Naming> namings() {
    List<Naming> namings = new ArrayList<>(ChineseSources.NAMINGS);
    namings.add(ADDRESS);
    namings.addAll(EnglishSources.NAMINGS);
    return List.copyOf(namings);
  }

  /// Every source that a text gives, in order; one place names one source.
  static List<Source> of(String text) {
    SortedMap<Integer, Source> found = new TreeMap<>();
    for (Naming naming : NAMINGS) {
      if (naming.mayMatch().test(text)) {
        find(text, naming, found);
      }
    }
    return List.copyOf(found.values());
  }

  private static void find(String text, Naming naming, SortedMap<Integer, Source> found) {
    Matcher matcher = naming.pattern().matcher(text);
    while (matcher.find()) {
      int group = 1;
      while (matcher.group(group) == null) {
        group++;
      }
      int at = matcher.start(group);
      String name = matcher.group(group);
      boolean isName = isTitle(text, at) || !NO_NAME.matcher(name).find();
      if (isName && naming.holds().isRight(text, at, matcher.end(group))) {
        found.putIfAbsent(at, new Source(name, at));
      }
    }
  }

  /// What stands in title marks is a name, whatever its words are: 《环球计算学报》.
  private static boolean isTitle(String text, int at) {
    return at > 0 && text.charAt(at - 1) == '《';
  }

  private static boolean mayHoldAddress(String text) {
    return text.contains("ttp")
        || text.contains("TTP")
        || text.contains("ww")
        || text.contains("WW");
  }
}
