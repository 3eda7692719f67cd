package io.mosskit.plugins.search.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.io.Rejection;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadsMediaWikiDumpsTest {

  private static final String DUMP =
      """
      <mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" xml:lang="zh">
        <siteinfo><sitename>Wiki</sitename></siteinfo>
        <page><title>贝加尔湖</title><ns>0</ns><id>1</id>
          <revision><id>2</id><text xml:space="preserve">'''贝加尔湖'''是&lt;b&gt;最深&lt;/b&gt;的[[湖泊|湖]]。&amp;nbsp;{{cite}}</text></revision>
        </page>
        <page><title>Talk:湖</title><ns>1</ns><revision><text>chat</text></revision></page>
        <page><title>B湖</title><ns>0</ns><redirect title="贝加尔湖" />
          <revision><text>#REDIRECT [[贝加尔湖]]</text></revision></page>
        <page><title>C湖</title><ns>0</ns><revision><text>#重定向 [[贝加尔湖]]</text></revision></page>
        <page><title>Empty</title><ns>0</ns><revision><text>{{stub}}</text></revision></page>
        <page><title>Lake Baikal</title><ns>0</ns>
          <revision><text>It is {{convert|1642|m|ft}} deep.</text></revision></page>
      </mediawiki>
      """;

  @TempDir Path folder;

  @Test
  void articlesLeaveAndRedirectsAndTalkArePassedOver() throws Exception {
    Path file = Files.writeString(folder.resolve("wiki.xml"), DUMP);
    Gathered gathered = Gathered.from(file);
    assertThat(gathered.documents)
        .containsExactly(
            new SourceDocument("贝加尔湖", "贝加尔湖是最深的湖。", "贝加尔湖"),
            new SourceDocument("Lake Baikal", "It is 1642 m deep.", "Lake Baikal"));
    assertThat(gathered.passedOver).isEqualTo(3);
    assertThat(gathered.rejections)
        .extracting(Rejection::toString)
        .containsExactly(file + ":10: missing_field: no prose in the page \"Empty\"");
    assertThat(gathered.bytes).isEqualTo(Files.size(file));
  }

  @Test
  void aDumpThatBreaksOffGivesWhatCameBefore() throws Exception {
    int cut = DUMP.indexOf("Lake Baikal");
    Path file = Files.writeString(folder.resolve("wiki.xml"), DUMP.substring(0, cut));
    Gathered gathered = Gathered.from(file);
    assertThat(gathered.documents).extracting(SourceDocument::title).containsExactly("贝加尔湖");
    assertThat(gathered.rejections).last().asString().contains(file + ":11: unreadable_file");
  }

  @Test
  void entitiesOfItsOwnAreNeverFollowed() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret");
    String bomb =
        "<!DOCTYPE m [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
            + "<!ENTITY s SYSTEM \""
            + secret.toUri()
            + "\">]>\n<m><page><title>T</title><ns>0</ns><revision><text>&s;&b; 湖</text>"
            + "</revision></page></m>";
    Gathered gathered = Gathered.from(Files.writeString(folder.resolve("x.xml"), bomb));
    assertThat(gathered.documents.toString()).doesNotContain("secret", "aaaa");
  }

  @Test
  void anXmlFileThatIsNoDumpIsRejected() throws Exception {
    Path file = Files.writeString(folder.resolve("feed.xml"), "<rss><item/></rss>");
    assertThat(Gathered.from(file).rejections)
        .singleElement()
        .asString()
        .contains("no <page>: no MediaWiki export");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "a {{t|{{u|x}}|y}} b ¦ a b",
        "深{{lang|en|x}}（{{lang-en|Baikal}}，）湖 ¦ 深湖",
        "see [[Lake]]s and [[Lake Baikal|the lake]] ¦ see Lakes and the lake",
        "[[File:a.jpg|thumb|a [[lake]] in {{c}}]]Text ¦ Text",
        "[[分类:湖泊]][[文件:湖.jpg|缩略图|湖]]湖水 ¦ 湖水",
        "[[Star Trek: Voyager]] ran ¦ Star Trek: Voyager ran",
        "x<ref name=\"a\" /> y<ref>{{cite|[[z]]}}</ref>. ¦ x y.",
        "-{zh-hans:计算机; zh-hant:電腦}-和-{内存}- ¦ 计算机和内存",
        "[https://x.example the site] and [https://y.example] ¦ the site and",
        "'''bold''' ''it'' it's ¦ bold it it's",
        "a&nbsp;b &lt;eom&gt; &#26412; ¦ a b <eom> 本",
        "open {{template never closed ¦ open {{template never closed",
        "<math>x^2</math>于 <!-- no -->是 __NOTOC__ ¦ 于 是",
      })
  void wikitextLeavesItsProse(String wikitext, String prose) {
    assertThat(Wikitext.prose(wikitext)).isEqualTo(prose);
  }

  @Test
  void tablesHeadingsAndListMarksGo() {
    String wikitext =
        """
        == 概述 ==
        湖很深。
        {| class="wikitable"
        |-
        | a || b
        {| nested
        | c
        |}
        |}
        * one
        ** two
        """;
    assertThat(Wikitext.prose(wikitext)).isEqualTo("湖很深。\none\ntwo");
  }
}
