package dev.arena.core.media;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/**
 * How many elements an SVG picture has once every reference within it is followed: a few lines that use each other can ask a browser to draw
 * thousands of millions. What refers to itself is drawn once, as browsers do.
 */
final class SvgExpansion {
    /** Elements drawn; large maps have some hundred thousand. */
    static final long MOST = 1_000_000;

    /** Elements with an id within each other, and references through each other. */
    private static final int DEEPEST = 200;

    private static final Pattern REFERENCE = Pattern.compile("url\\(\\s*['\"]?#([^'\")\\s]+)");

    private final Map<String, Scope> byId = new HashMap<>();
    private final Deque<Scope> open = new ArrayDeque<>();
    private final Deque<Boolean> named = new ArrayDeque<>();

    /** What lies in an element with an id, but not in another one within it. */
    private static final class Scope {
        private final List<Scope> inner = new ArrayList<>();
        private final List<String> references = new ArrayList<>();
        private long elements;
        private long size = -1;
        private int depth;
        private boolean entered;
    }

    SvgExpansion() {
        open.push(new Scope());
    }

    /** An element that stays begins. */
    void start(XMLStreamReader xml) {
        String id = null;
        List<String> references = new ArrayList<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = xml.getAttributeLocalName(i);
            String value = xml.getAttributeValue(i);
            if (name.equals("id")) {
                id = value;
            } else if (name.equals("href") && value.strip().startsWith("#")) {
                references.add(value.strip().substring(1));
            } else {
                Matcher found = REFERENCE.matcher(value);
                while (found.find()) {
                    references.add(found.group(1));
                }
            }
        }
        named.push(id != null);
        if (id != null) {
            Scope scope = new Scope();
            open.element().inner.add(scope);
            byId.putIfAbsent(id, scope);
            open.push(scope);
        }
        open.element().elements++;
        open.element().references.addAll(references);
    }

    /** The last element that began ends. */
    void end() {
        if (named.pop()) {
            open.pop();
        }
    }

    /**
     * Looks at the whole picture.
     *
     * @throws MediaProblem if it is too much to draw
     */
    void requireBounded() {
        if (size(open.getLast(), 0) > MOST) {
            throw tooMuch("more than " + MOST + " elements to draw, since its references multiply");
        }
    }

    private long size(Scope scope, int from) {
        if (scope.size >= 0 || scope.entered) {
            return Math.max(0, scope.size);
        }
        scope.entered = true;
        List<Scope> parts = new ArrayList<>(scope.inner);
        for (String reference : scope.references) {
            Scope target = byId.get(reference);
            if (target != null) {
                parts.add(target);
            }
        }
        long size = scope.elements;
        for (Scope part : parts) {
            // Whatever the order in which they are met: neither this way down nor the longest one may be too deep.
            if (from > DEEPEST) {
                throw tooMuch("references that go through more than " + DEEPEST + " elements");
            }
            size = Math.min(MOST + 1, size + size(part, from + 1));
            scope.depth = Math.max(scope.depth, part.depth + 1);
        }
        if (scope.depth > DEEPEST) {
            throw tooMuch("references that go through more than " + DEEPEST + " elements");
        }
        scope.size = size;
        scope.entered = false;
        return size;
    }

    private static MediaProblem tooMuch(String found) {
        return new MediaProblem(
                "an " + MediaType.SVG.mediaType() + " file with " + found,
                "a picture of at most " + MOST + " elements, each reference followed",
                "Draw it with fewer uses of uses, or save it as PNG.");
    }
}
