package io.mosskit.curation.privacy;

import static io.mosskit.curation.privacy.Characters.at;
import static io.mosskit.curation.privacy.Characters.digitsEnd;
import static io.mosskit.curation.privacy.Characters.isDigit;
import static io.mosskit.curation.privacy.Characters.isLetter;
import static io.mosskit.curation.privacy.Characters.isWord;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// Public IP addresses. Private, loopback, link-local, shared, multicast, reserved and
/// documentation ranges name nobody and stay, and so do the well-known name servers; versions and
/// numbers of sections look like addresses and are told by the words before them. Source: RFC 6890,
/// 5737, 3849.
final class IpAddressDetector implements Detector {
  private static final Cues CUES =
      Cues.of(
          "ip ips ipv4 address addresses server host ping ssh dns gateway proxy login from 地址 服务器"
              + " 主机 网关 代理 登录 域名",
          "version versions ver v release build firmware driver chapter section oid 版本 版本号 固件 驱动"
              + " 章 节 第");
  private static final Set<String> NAME_SERVERS =
      Set.of(
          "8.8.8.8",
          "8.8.4.4",
          "1.1.1.1",
          "1.0.0.1",
          "9.9.9.9",
          "114.114.114.114",
          "114.114.115.115",
          "223.5.5.5",
          "223.6.6.6",
          "119.29.29.29",
          "180.76.76.76",
          "208.67.222.222",
          "208.67.220.220",
          "1.2.3.4",
          "4.3.2.1");
  private static final int LONGEST_V6 = 45;

  /// Up to here all four parts are as small as those of versions.
  private static final int SMALL = 20;

  @Override
  public void find(String text, Consumer<Candidate> found) {
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (!isDigit(c)) {
        i++;
        continue;
      }
      int end = digitsEnd(text, i, Integer.MAX_VALUE);
      if (!isWord(at(text, i - 1))) {
        if (at(text, end) == '.') {
          version4(text, i, found);
        } else if ((c == '2' || c == '3') && !isInside(text, i)) {
          version6(text, i, found);
        }
      }
      i = end;
    }
  }

  private static void version4(String text, int start, Consumer<Candidate> found) {
    int[] parts = new int[4];
    int at = start;
    for (int i = 0; i < 4; i++) {
      int end = digitsEnd(text, at, 4);
      boolean dot = i == 3 || at(text, end) == '.';
      if (end == at || end - at > 3 || !dot || (end - at > 1 && text.charAt(at) == '0')) {
        return;
      }
      parts[i] = Integer.parseInt(text, at, end, 10);
      at = i == 3 ? end : end + 1;
    }
    boolean inRange = Arrays.stream(parts).allMatch(part -> part <= 255);
    if (inRange
        && Surroundings.standsAlone(text, start, at)
        && !isVersion(text, start, at, parts)) {
      String address = text.substring(start, at);
      boolean nobodys = isSpecial(parts) || NAME_SERVERS.contains(address);
      found.accept(new Candidate(Kind.IP_ADDRESS, start, at, address, nobodys));
    }
  }

  private static boolean isVersion(String text, int start, int end, int[] parts) {
    char before = at(text, start - 1);
    boolean product = before == '/' && isLetter(at(text, start - 2));
    boolean required = before == '=' && "=<>~!".indexOf(at(text, start - 2)) >= 0;
    if (product || required || before == '^' || before == '~') {
      return true;
    }
    boolean small = Arrays.stream(parts).allMatch(part -> part <= SMALL);
    return switch (CUES.before(text, start)) {
      case PRO -> false;
      case CONTRA -> true;
      case NOTHING -> small && before != '/' && before != '@' && at(text, end) != ':';
    };
  }

  private static boolean isSpecial(int[] parts) {
    int a = parts[0];
    int b = parts[1];
    return a == 0
        || a == 10
        || a == 127
        || a >= 224
        || (a == 100 && b >= 64 && b < 128)
        || (a == 169 && b == 254)
        || (a == 172 && b >= 16 && b < 32)
        || (a == 192 && b == 168)
        || (a == 192 && b == 0 && (parts[2] == 0 || parts[2] == 2))
        || (a == 198 && (b == 18 || b == 19 || (b == 51 && parts[2] == 100)))
        || (a == 203 && b == 0 && parts[2] == 113);
  }

  /// Addresses of the global range 2000::/3, which begin with four hexadecimal digits.
  private static void version6(String text, int start, Consumer<Candidate> found) {
    int end = start;
    while (end < start + LONGEST_V6 && isHexOrColon(at(text, end))) {
      end++;
    }
    if (isHexOrColon(at(text, end))) {
      return;
    }
    while (end > start && text.charAt(end - 1) == ':' && !text.startsWith("::", end - 2)) {
      end--;
    }
    String address = text.substring(start, end).toLowerCase(Locale.ROOT);
    if (address.indexOf(':') == 4 && !isWord(at(text, end)) && isVersion6(address)) {
      boolean documentation = address.startsWith("2001:db8:") || address.startsWith("3fff:");
      found.accept(new Candidate(Kind.IP_ADDRESS, start, end, address, documentation));
    }
  }

  /// Whether the groups before belong to it; a colon alone may follow the word that names it.
  private static boolean isInside(String text, int start) {
    return at(text, start - 1) == ':' && isHexOrColon(at(text, start - 2));
  }

  private static boolean isHexOrColon(char c) {
    return isDigit(c) || c == ':' || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static boolean isVersion6(String address) {
    int gap = address.indexOf("::");
    if (gap >= 0 && address.indexOf("::", gap + 1) >= 0) {
      return false;
    }
    int groups = 0;
    for (String group : address.split(":", -1)) {
      if (group.length() > 4) {
        return false;
      }
      groups += group.isEmpty() ? 0 : 1;
    }
    return gap < 0 ? groups == 8 : groups >= 2 && groups <= 7;
  }
}
