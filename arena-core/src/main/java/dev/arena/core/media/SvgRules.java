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

    /** Where things are and how large, and by what name style sheets and references know them. */
    private static final Set<String> PLACES = words("""
            id class style transform viewBox preserveAspectRatio width height x y x1 x2 y1 y2 cx cy r rx ry fx fy fr dx dy d points
            pathLength rotate textLength lengthAdjust startOffset method spacing side refX refY markerWidth markerHeight markerUnits orient
            systemLanguage media
            """);

    /** Gradients, patterns, masks and filters. */
    private static final Set<String> PAINTS = words("""
            gradientUnits gradientTransform spreadMethod offset patternUnits patternContentUnits patternTransform clipPathUnits maskUnits
            maskContentUnits filterUnits primitiveUnits filterRes in in2 result mode type values k1 k2 k3 k4 operator order kernelMatrix divisor bias
            targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent scale
            xChannelSelector yChannelSelector azimuth elevation z pointsAtX pointsAtY pointsAtZ limitingConeAngle stdDeviation radius baseFrequency
            numOctaves seed stitchTiles tableValues slope intercept amplitude exponent
            """);

    /** Animations. */
    private static final Set<String> MOVES = words("""
            attributeName attributeType begin dur end min max restart repeatCount repeatDur calcMode keyTimes keySplines keyPoints from to by
            additive accumulate path origin
            """);

    /** What SVG calls presentation attributes. */
    private static final Set<String> LOOKS = words("""
            alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters color-rendering
            direction display dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font font-family
            font-size font-size-adjust font-stretch font-style font-variant font-weight glyph-orientation-horizontal glyph-orientation-vertical
            image-rendering isolation letter-spacing lighting-color line-height marker marker-end marker-mid marker-start mask mask-type
            mix-blend-mode opacity overflow paint-order pointer-events shape-rendering stop-color stop-opacity stroke stroke-dasharray
            stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration
            text-orientation text-overflow text-rendering transform-box transform-origin unicode-bidi vector-effect visibility white-space
            word-spacing writing-mode
            """);

    /** What a filter can take in beside the results of others. */
    private static final Set<String> SOURCES =
            words("SourceGraphic SourceAlpha BackgroundImage BackgroundAlpha FillPaint StrokePaint");

    private SvgRules() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+", -1));
    }

    /** Whether an element stays; one that does not goes with all that is in it. */
    static boolean keepsElement(String namespace, String name) {
        return namespace.equals(NAMESPACE) && ELEMENTS.contains(name);
    }

    /** Whether an attribute without a namespace stays, since it draws; its value is looked at besides. */
    static boolean keepsAttribute(String name) {
        return PLACES.contains(name) || PAINTS.contains(name) || MOVES.contains(name) || LOOKS.contains(name);
    }

    /** Whether a filter's input is the result of another filter, by its name. */
    static boolean isResult(String input) {
        return !SOURCES.contains(input);
    }

    /** Whether text in an element is drawn. */
    static boolean drawsText(String element) {
        return element.equals("text") || element.equals("tspan") || element.equals("textPath");
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
