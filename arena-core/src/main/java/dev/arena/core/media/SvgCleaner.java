package dev.arena.core.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * SVG: written anew with the elements and attributes that are known to draw. Comments, titles, descriptions, metadata, scripts, foreign
 * objects, event handlers, links, all other attributes, references to anything outside, and the names of ids, classes and results of
 * filters go; pictures inside it are cleaned too.
 */
final class SvgCleaner implements Cleaner {
    private static final String DATA = "data:";
    private static final String BASE64 = ";base64,";

    private final SvgNames names = new SvgNames();
    private final SvgExpansion expansion = new SvgExpansion();
    private final StringBuilder out = new StringBuilder();

    @Override
    public CleanBytes clean(FileBytes file) throws IOException {
        byte[] bytes = file.bytes(0, Math.toIntExact(file.size()));
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            copy(xml);
            xml.close();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw MediaProblem.damaged(MediaType.SVG, "its line " + line + " is not well-formed XML without entities");
        }
        return new CleanBytes().put(out.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void copy(XMLStreamReader xml) throws XMLStreamException {
        boolean root = true;
        Deque<String> open = new ArrayDeque<>();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (!SvgRules.keepsElement(namespace(xml), xml.getLocalName())) {
                    skip(xml);
                    continue;
                }
                expansion.start(xml);
                start(xml, root);
                root = false;
                open.push(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                expansion.end();
                out.append("</").append(open.pop()).append('>');
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                out.append(escaped(text(open.peek(), xml.getText())));
            }
        }
        expansion.requireBounded();
        if (root) {
            throw MediaProblem.damaged(
                    MediaType.SVG, "its first element is not svg of the namespace " + SvgRules.NAMESPACE);
        }
    }

    /** Text that is not drawn is a comment. */
    private String text(@Nullable String element, String text) {
        if (element == null) {
            return "";
        }
        if (element.equals("style")) {
            return sheet(text);
        }
        return SvgRules.drawsText(element) || text.isBlank() ? text : "";
    }

    private String sheet(String css) {
        return SvgRules.reachesOut(css) ? "" : names.sheet(css);
    }

    private static String namespace(XMLStreamReader xml) {
        String namespace = xml.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
            depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
        }
    }

    private void start(XMLStreamReader xml, boolean root) {
        out.append('<').append(xml.getLocalName());
        if (root) {
            out.append(" xmlns=\"").append(SvgRules.NAMESPACE).append('"');
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attribute(xml, i);
        }
        out.append('>');
    }

    private void attribute(XMLStreamReader xml, int i) {
        String space = xml.getAttributeNamespace(i);
        String name = xml.getAttributeLocalName(i);
        String value = xml.getAttributeValue(i);
        boolean bare = space == null || space.isEmpty();
        if (name.equals("space") && XMLConstants.XML_NS_URI.equals(space) && value.equals("preserve")) {
            write("xml:space", value);
        } else if (name.equals("href") && (bare || space.equals(SvgRules.LINKS))) {
            link(xml.getLocalName(), value);
        } else if (bare && SvgRules.keepsAttribute(name) && !changesOther(name, value)) {
            String kept = value(name, value);
            if (!SvgRules.reachesOut(kept)) {
                write(name, kept);
            }
        }
    }

    /** An animation of a link, say, would set what was removed. */
    private static boolean changesOther(String name, String value) {
        return name.equals("attributeName") && !SvgRules.keepsAttribute(value.strip());
    }

    private String value(String name, String value) {
        return switch (name) {
            case "id", "result" -> names.id(value);
            case "in", "in2" -> SvgRules.isResult(value) ? names.id(value) : value;
            case "class" -> names.classes(value);
            case "begin", "end" -> names.times(value);
            default -> names.value(value);
        };
    }

    /** A reference within the picture, or a picture inside it. */
    private void link(String element, String value) {
        String target = value.strip();
        if (target.startsWith("#")) {
            write("href", "#" + names.id(target.substring(1)));
        } else if (target.startsWith(DATA) && (element.equals("image") || element.equals("feImage"))) {
            write("href", picture(target));
        }
    }

    private static String picture(String data) {
        int comma = data.indexOf(',');
        int base64 = data.indexOf(BASE64);
        MediaType type = comma < 0 || base64 < 0 || base64 + BASE64.length() - 1 != comma
                ? null
                : MediaType.ofName(data.substring(DATA.length(), base64)).orElse(null);
        if (type == null || type.kind() != MediaType.Kind.IMAGE || type == MediaType.SVG) {
            throw MediaProblem.unclean(
                    MediaType.SVG,
                    "a picture inside it that is no PNG, JPEG, WebP or GIF in base64",
                    "Convert the picture inside it.");
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(data.substring(comma + 1));
            byte[] clean = MemoryMedia.clean(bytes, type);
            return DATA + type.mediaType() + BASE64 + Base64.getEncoder().encodeToString(clean);
        } catch (IllegalArgumentException | IOException e) {
            throw MediaProblem.damaged(MediaType.SVG, "a picture inside it cannot be read");
        }
    }

    private void write(String name, String value) {
        out.append(' ')
                .append(name)
                .append("=\"")
                .append(escaped(value).replace("\"", "&quot;"))
                .append('"');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
