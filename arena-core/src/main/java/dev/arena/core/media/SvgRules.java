package dev.arena.core.media;

import java.util.Locale;
import java.util.Set;

/** What of an SVG picture may stay. */
final class SvgRules {
    static final String NAMESPACE = "http://www.w3.org/2000/svg";
    static final String LINKS = "http://www.w3.org/1999/xlink";

    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "defs",
            "symbol",
            "use",
            "switch",
            "style",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "textPath",
            "image",
            "linearGradient",
            "radialGradient",
            "stop",
            "pattern",
            "clipPath",
            "mask",
            "marker",
            "filter",
            "feBlend",
            "feColorMatrix",
            "feComponentTransfer",
            "feComposite",
            "feConvolveMatrix",
            "feDiffuseLighting",
            "feDisplacementMap",
            "feDistantLight",
            "feDropShadow",
            "feFlood",
            "feFuncA",
            "feFuncB",
            "feFuncG",
            "feFuncR",
            "feGaussianBlur",
            "feImage",
            "feMerge",
            "feMergeNode",
            "feMorphology",
            "feOffset",
            "fePointLight",
            "feSpecularLighting",
            "feSpotLight",
            "feTile",
            "feTurbulence",
            "animate",
            "animateTransform",
            "animateMotion",
            "mpath",
            "set");

    private SvgRules() {}

    /** Whether an element stays; one that does not goes with all that is in it. */
    static boolean keepsElement(String namespace, String name) {
        return namespace.equals(NAMESPACE) && ELEMENTS.contains(name);
    }

    /** Whether an attribute without a namespace stays; its value is looked at besides. */
    static boolean keepsAttribute(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !lower.startsWith("on")
                && !lower.startsWith("data-")
                && !lower.startsWith("aria-")
                && !Set.of("role", "lang", "tabindex", "target", "download", "ping", "baseprofile", "version", "xmlns")
                        .contains(lower);
    }

    /** Whether a value reaches beyond the picture, or hides what it does. */
    static boolean reachesOut(String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return lower.contains("javascript:")
                || lower.contains("@import")
                || lower.contains("expression(")
                || lower.contains("\\")
                || lower.contains("//")
                || hasForeignUrl(lower);
    }

    private static boolean hasForeignUrl(String lower) {
        for (int at = lower.indexOf("url("); at >= 0; at = lower.indexOf("url(", at + 4)) {
            String rest = lower.substring(at + 4).stripLeading();
            if (!rest.startsWith("#") && !rest.startsWith("'#") && !rest.startsWith("\"#")) {
                return true;
            }
        }
        return false;
    }
}
