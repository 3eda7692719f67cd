package io.mosskit.curation.report;

import io.mosskit.curation.CurationSummary;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Pages as trees, by the JDK's own XML parser.
final class Pages {

  private Pages() {}

  static Document page(CurationSummary summary) {
    return page(summary, Summaries.CONTEXT);
  }

  static Document page(CurationSummary summary, ReportContext context) {
    try {
      return parsed(new Page(summary, context).content());
    } catch (IOException e) {
      throw new AssertionError("the page cannot be made", e);
    }
  }

  /// The root of what was written as a page.
  static Element tree(String page) {
    return parsed(page).getDocumentElement();
  }

  private static Document parsed(String page) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(page)));
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new AssertionError("the page is no well-formed XML", e);
    }
  }

  static List<Element> all(Document page, String name) {
    return elements(page.getElementsByTagName(name));
  }

  static List<Element> all(Element element, String name) {
    return elements(element.getElementsByTagName(name));
  }

  private static List<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }
}
