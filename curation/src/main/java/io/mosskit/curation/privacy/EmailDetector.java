package io.mosskit.curation.privacy;

import static io.mosskit.curation.privacy.Characters.at;
import static io.mosskit.curation.privacy.Characters.isDigit;
import static io.mosskit.curation.privacy.Characters.isLetter;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// E-mail addresses in ASCII, whatever script stands around them. Source: RFC 5321, 4.5.3.1
/// (lengths); RFC 2606 and 6761 (names that are nobody's).
final class EmailDetector implements Detector {
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST_DOMAIN = 253;
  private static final String LOCAL_SIGNS = "._%+-'";
  private static final Set<String> TOP_LEVELS = topLevels();
  private static final Pattern EXAMPLE = Pattern.compile("(?:^|\\.)example\\.(?:com|net|org)$");
  private static final Set<String> NOBODYS_LOCALS =
      Set.of("git", "noreply", "no-reply", "donotreply", "do-not-reply", "postmaster");
  private static final Set<String> NOBODYS_DOMAINS =
      Set.of(
          "domain.com",
          "xxx.com",
          "example.cn",
          "example.com.cn",
          "example.edu",
          "test.com",
          "company.com",
          "companyname.com");

  private static Set<String> topLevels() {
    Set<String> names = new HashSet<>(List.of("eu", "uk", "su"));
    for (String country : Locale.getISOCountries()) {
      names.add(country.toLowerCase(Locale.ROOT));
    }
    String generic =
        "com org net edu gov mil int info biz name pro mobi asia jobs tel travel museum aero coop"
            + " xyz top site online shop store tech club vip dev app cloud email live work wang ltd"
            + " group art icu fun space website link blog world today life news studio design agency"
            + " company solutions systems network digital media global academy center software"
            + " services zone science team host press tools page wiki run chat games";
    names.addAll(Arrays.asList(generic.split(" ", -1)));
    return Set.copyOf(names);
  }

  @Override
  public void find(String text, Consumer<Candidate> found) {
    for (int sign = text.indexOf('@'); sign >= 0; sign = text.indexOf('@', sign + 1)) {
      int start = localStart(text, sign);
      int end = domainEnd(text, sign + 1);
      if (start < sign && end > sign + 1) {
        String local = text.substring(start, sign).toLowerCase(Locale.ROOT);
        String domain = text.substring(sign + 1, end).toLowerCase(Locale.ROOT);
        if (isDomain(domain)) {
          boolean nobodys = NOBODYS_LOCALS.contains(local) || isNobodys(domain);
          found.accept(new Candidate(Kind.EMAIL, start, end, local + "@" + domain, nobodys));
        }
      }
    }
  }

  private static int localStart(String text, int sign) {
    int start = sign;
    while (start > sign - LONGEST_LOCAL && isLocal(at(text, start - 1))) {
      start--;
    }
    while (start < sign && LOCAL_SIGNS.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return at(text, sign - 1) == '.' ? sign : start;
  }

  private static boolean isLocal(char c) {
    return isLetter(c) || isDigit(c) || LOCAL_SIGNS.indexOf(c) >= 0;
  }

  private static int domainEnd(String text, int from) {
    int end = from;
    while (end < from + LONGEST_DOMAIN && isDomainPart(at(text, end))) {
      end++;
    }
    while (end > from && !isLetter(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isDomainPart(char c) {
    return isLetter(c) || isDigit(c) || c == '.' || c == '-';
  }

  private static boolean isDomain(String domain) {
    int dot = domain.lastIndexOf('.');
    return dot > 0
        && isLetter(domain.charAt(dot + 1))
        && TOP_LEVELS.contains(domain.substring(dot + 1))
        && !domain.contains("..")
        && domain.charAt(0) != '-'
        && domain.charAt(0) != '.';
  }

  private static boolean isNobodys(String domain) {
    return EXAMPLE.matcher(domain).find()
        || domain.startsWith("your")
        || NOBODYS_DOMAINS.contains(domain);
  }
}
