package io.mosskit.plugins.search.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.io.Rejection;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadsDocumentsTest {

  @TempDir Path folder;

  private Path write(String name, String text) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void recordsOfAJsonFileWithTheirMembersNamed() throws Exception {
    Path file =
        write(
            "notes.jsonl",
            """
            {"id": 7, "title": "湖", "text": "最深的湖"}
            {"name": "Lake", "body": "the deepest lake", "link": "https://a.example"}
            """);
    assertThat(Gathered.from(file).documents).containsExactly(new SourceDocument("湖", "最深的湖", "7"));
    DocumentFields fields = new DocumentFields("name", "body", "link");
    assertThat(Gathered.from(fields, file).documents)
        .containsExactly(new SourceDocument("Lake", "the deepest lake", "https://a.example"));
  }

  @Test
  void badRecordsAreRejectedWithTheirLineAndTheOthersAreRead() throws Exception {
    Path file =
        write(
            "notes.jsonl",
            """
            {"text": "一"}
            {"text": ["no text"]}
            not json
            {"text": "  "}

            {"text": "two"}
            {"text": "torn\
            """);
    Gathered gathered = Gathered.from(file);
    assertThat(gathered.documents).extracting(SourceDocument::text).containsExactly("一", "two");
    assertThat(gathered.rejections)
        .extracting(Rejection::toString)
        .satisfiesExactly(
            r -> assertThat(r).startsWith(file + ":2: missing_field: no text in \"text\""),
            r -> assertThat(r).startsWith(file + ":3: not_json"),
            r -> assertThat(r).startsWith(file + ":4: missing_field"),
            r -> assertThat(r).startsWith(file + ":7: torn_last_line"));
  }

  @Test
  void filesOfAFolderByNameWithWhatIsNoDocumentPassedOver() throws Exception {
    write("b/湖.txt", "最深的湖\n在西伯利亚");
    write("a.md", "# Lakes\n\nThe *deepest* one.");
    write("c.html", "<title>Page</title><p>Hello");
    write("picture.png", "no text");
    write(".hidden/secret.txt", "not to be read");
    Gathered gathered = Gathered.from(folder);
    assertThat(gathered.documents)
        .containsExactly(
            new SourceDocument("Lakes", "Lakes\nThe deepest one.", "a.md"),
            new SourceDocument("湖", "最深的湖\n在西伯利亚", "b/湖.txt"),
            new SourceDocument("Page", "Hello", "c.html"));
    assertThat(gathered.passedOver).isEqualTo(1);
    assertThat(gathered.rejections).isEmpty();
  }

  @Test
  void whatIsNamedAndNoDocumentIsRejectedWithARemedy() throws Exception {
    Gathered gathered = Gathered.from(write("dump.xml.bz2", "BZh9"), write("a.png", "x"));
    assertThat(gathered.rejections)
        .extracting(Rejection::detail)
        .satisfiesExactly(
            d -> assertThat(d).contains("bunzip2"), d -> assertThat(d).contains("expected .jsonl"));
    assertThatThrownBy(() -> Gathered.from(folder.resolve("absent")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aFileThatIsNoUtf8NamesTheLine() throws Exception {
    Path file = folder.resolve("gbk.txt");
    Files.write(file, "first\n湖\n".getBytes(Charset.forName("GBK")));
    Files.write(folder.resolve("empty.md"), new byte[0]);
    Gathered gathered = Gathered.from(folder);
    assertThat(gathered.documents).isEmpty();
    assertThat(gathered.rejections)
        .extracting(Rejection::toString)
        .containsExactly(
            folder.resolve("empty.md") + ":1: missing_field: holds no text",
            file + ":2: broken_utf8: no UTF-8; save it as UTF-8");
  }

  @Test
  void compressedFilesToo() throws Exception {
    Path file = folder.resolve("note.txt.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("最深的湖 the deepest lake".getBytes(StandardCharsets.UTF_8));
    }
    Path broken = write("broken.html.gz", "not gzip");
    Gathered gathered = Gathered.from(file, broken);
    assertThat(gathered.documents)
        .containsExactly(new SourceDocument("note", "最深的湖 the deepest lake", "note.txt.gz"));
    assertThat(gathered.rejections).singleElement().asString().contains(broken + ":1: unreadable");
  }

  @Test
  void htmlLeavesWhatAReaderReads() throws Exception {
    Path file = folder.resolve("page.html");
    String html =
        """
        <!doctype html><meta charset="gbk"><title>贝加尔湖 &amp; 海</title>
        <style>p{}</style><script>alert("湖")</script><nav>Home | About</nav>
        <h1>最深</h1><p>深 <b>1642</b>&nbsp;米，<br>水 &lt;清&gt;</p><!-- no -->
        <table><tr><td>a</td><td>b</td></tr></table><p hidden>secret</p>
        <ul><li>one<li>two</ul><svg><text>drawn</text></svg>
        """;
    Files.write(file, html.getBytes(Charset.forName("GBK")));
    assertThat(Gathered.from(file).documents)
        .containsExactly(
            new SourceDocument("贝加尔湖 & 海", "最深\n深 1642 米，\n水 <清>\na b\none\ntwo", "page.html"));
  }

  @Test
  void markdownLosesItsMarks() throws Exception {
    Path file =
        write(
            "page.md",
            """
            ---
            title: "湖泊 Lakes"
            tags: [a]
            ---
            ## 深 ##
            > **贝加尔湖**深_1642_米，见[维基](https://zh.example/a_b "t")![图](x.png)。

            - [x] `code_name` and snake_case_name, 2 * 3 * 4
            * ~~old~~ \\*kept\\* <b>bold</b>

            | lake | depth |
            |------|------:|
            | Baikal | 1,642 |

            ```python
            print("hi")
            ```
            [ref]: https://x.example
            """);
    SourceDocument document = Gathered.from(file).documents.getFirst();
    assertThat(document.title()).isEqualTo("湖泊 Lakes");
    assertThat(document.text().lines().map(String::strip))
        .containsExactly(
            "深",
            "贝加尔湖深1642米，见维基图。",
            "code_name and snake_case_name, 2 * 3 * 4",
            "old *kept* bold",
            "lake depth",
            "Baikal 1,642",
            "print(\"hi\")");
  }

  @Test
  void hostileMarkupIsReadInGoodTime() throws Exception {
    for (String piece : List.of("[", "*a ", "<!--", "`", "[[", "{{", "<ref>", "''", "|", "===\n")) {
      String text = "begin " + piece.repeat(200_000 / piece.length());
      assertThat(Gathered.from(write("h.md", text)).documents).hasSize(1);
      assertThat(Wikitext.prose(text)).startsWith("begin");
    }
  }
}
