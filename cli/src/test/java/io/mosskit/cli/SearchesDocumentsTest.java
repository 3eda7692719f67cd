package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchesDocumentsTest {

  @TempDir Path folder;
  private Path documents;
  private Path index;

  @BeforeEach
  void writeDocuments() throws Exception {
    documents = Files.createDirectories(folder.resolve("documents"));
    index = folder.resolve("index");
    Files.writeString(
        documents.resolve("湖.jsonl"),
        """
        {"id": "zh-1", "title": "贝加尔湖", "text": "贝加尔湖是世界上最深的湖，深1642米。"}
        {"id": "bad"}
        {"id": "zh-2", "title": "泰坦尼克号", "text": "泰坦尼克号1912年沉没。"}
        """);
    Files.writeString(documents.resolve("lake.md"), "# Lake Baikal\n\nIt's the *deepest* lake.");
  }

  private Shell makeIndex(Object... more) {
    Object[] words = {"search", "index", documents, "-o", index};
    return Shell.mosskit(
        java.util.stream.Stream.of(words, more).flatMap(java.util.Arrays::stream).toArray());
  }

  @Test
  void indexesAFolderAndNamesWhatItCannotRead() throws Exception {
    Shell made = makeIndex();
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.lines().getFirst())
        .isEqualTo("3 documents in " + index + "; 0 duplicates, 1 rejected, 0 passed over");
    assertThat(made.err())
        .contains(documents.resolve("湖.jsonl") + ":2: missing_field: no text in \"text\"");

    Path rejects = folder.resolve("bad.jsonl");
    Shell again = makeIndex("--rejects", rejects, "--json");
    assertThat(again.number("documents")).isEqualTo(3);
    assertThat(again.number("rejected")).isEqualTo(1);
    assertThat(again.err()).doesNotContain("missing_field");
    assertThat(Files.readAllLines(rejects)).singleElement().asString().contains("\"id\":\"bad\"");
  }

  @Test
  void printsWhatADialogueWouldHold() {
    makeIndex();
    Shell found = Shell.mosskit("search", "query", index, "最深的湖", "deepest lake");
    assertThat(found.code()).as(found.err()).isZero();
    assertThat(found.lines())
        .containsExactly(
            "最深的湖",
            "  <|1|>: '贝加尔湖是世界上最深的湖，深1642米。'",
            "    贝加尔湖  zh-1",
            "deepest lake",
            "  <|1|>: \"Lake Baikal\\nIt's the deepest lake.\"",
            "    Lake Baikal  lake.md");
  }

  @Test
  void asJsonWithTheVersionOfTheAnswers() throws Exception {
    makeIndex();
    Shell found =
        Shell.mosskit(
            "search", "query", index, "湖", "--results", "1", "--characters", "300", "--json");
    assertThat(found.code()).isZero();
    assertThat(found.json().string("version")).startsWith("1/1x300/documents-");
    assertThat(found.out()).contains("\"source\":\"zh-1\"", "\"printed\":\"<|1|>: '贝加尔湖");
  }

  @Test
  void aTurnThatSearchesTwiceIsExecutedAsPublished() {
    makeIndex();
    Shell turn =
        Shell.mosskit(
            "plugins", "call", "Search(\"最深的湖\"), Search(\"deepest lake\")", "--index", index);
    assertThat(turn.code()).as(turn.err()).isZero();
    assertThat(turn.out())
        .contains("<|1|>: '贝加尔湖是世界上最深的湖，深1642米。'", "<|2|>: \"Lake Baikal\\nIt's")
        .contains("\"version\":\"1/2x400/documents-");
  }

  @Test
  void aQueryWithoutAnswerEndsInOne() {
    makeIndex();
    Shell found = Shell.mosskit("search", "query", index, "火星咖啡馆", "deepest lake");
    assertThat(found.code()).isEqualTo(1);
    assertThat(found.out()).contains("no result: nothing answers '火星咖啡馆'", "<|1|>: \"Lake");
  }

  @Test
  void asksAnEngineAndKeepsItsAnswer() throws Exception {
    byte[] body =
        "{\"results\": [{\"url\": \"u\", \"title\": \"题\", \"content\": \"一 one\"}]}"
            .getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    List<Object> query =
        List.of(
            "search", "query", "--engine-url", url, "--answers", folder.resolve("a.jsonl"), "湖");
    Shell online = Shell.mosskit(query.toArray());
    server.stop(0);
    assertThat(online.lines()).containsExactly("湖", "  <|1|>: '一 one'", "    题  u");

    Shell offline =
        Shell.mosskit(
            java.util.stream.Stream.concat(query.stream(), List.of("lake", "--offline").stream())
                .toArray());
    assertThat(offline.code()).isEqualTo(4);
    assertThat(offline.out())
        .startsWith(online.out())
        .contains("no result: offline, and no kept answer to 'lake'");
  }

  @Test
  void errorsSayWhatToDo() throws Exception {
    assertThat(Shell.mosskit("search"))
        .satisfies(shell -> assertThat(shell.code()).isEqualTo(2))
        .satisfies(shell -> assertThat(shell.err()).contains("mosskit search index"));
    Shell absent = Shell.mosskit("search", "query", folder.resolve("absent"), "湖");
    assertThat(absent.code()).isEqualTo(3);
    assertThat(absent.err()).contains("make an index with mosskit search index");
    assertThat(Shell.mosskit("search", "query", index).err()).contains("at least one query");
    Shell other = Shell.mosskit("search", "index", documents, "-o", documents);
    assertThat(other.code()).isEqualTo(3);
    assertThat(other.err()).contains("holds other files than an index");
    assertThat(Shell.mosskit("search", "index", folder.resolve("no"), "-o", index).err())
        .contains("no such file or folder");
    assertThat(Shell.mosskit("search", "query", "--engine", "searxng", "湖").err())
        .contains("--engine-url");
    Shell keyless =
        Shell.mosskit("search", "query", "--engine", "brave", "--key-variable", "NO_SUCH_KEY", "湖");
    assertThat(keyless.code()).isEqualTo(2);
    assertThat(keyless.err()).contains("environment variable NO_SUCH_KEY");
    assertThat(Shell.mosskit("search", "query", "--engine-url", "file:///x", "湖").code())
        .isEqualTo(2);
    makeIndex();
    assertThat(Shell.mosskit("search", "query", index, "湖", "--results", "0").err())
        .contains("results is 0; expected 1 to 20");
  }
}
