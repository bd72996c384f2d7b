/**
 * Untrusted Markdown to inert nodes. Three walls stand between a response and the page: the Markdown renderer
 * shows raw HTML as text (a few attribute-free tags aside), DOMPurify keeps an allow-list of tags and attributes,
 * and the Content-Security-Policy forbids whatever the first two should miss.
 */
import DOMPurify from "dompurify";
import { Marked, type RendererObject, type Tokens } from "marked";
import { mathsExtension } from "./maths";

const ALLOWED_TAGS = [
  ..."a p br hr em strong del s b i u sub sup kbd mark small ins code pre blockquote".split(" "),
  ..."ul ol li h3 h4 h5 h6 table thead tbody tr th td span div details summary".split(" "),
];
const ALLOWED_ATTRIBUTES = ["href", "title", "class", "start", "align"];

/** Tags a response may write itself, without attributes. Everything else between angle brackets is text. */
const PLAIN_TAG =
  /^<\/?(?:br|hr|sub|sup|kbd|mark|small|ins|del|s|b|i|u|em|strong|details|summary|p)\s*\/?>$/i;
const ANY_TAG = /(<\/?[a-z][^<>]*>)/i;

/** Links leave the page only to the web and to mail; a relative one would point into this site. */
const WEB_LINK = /^(?:https?:\/\/|mailto:)/i;

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function link(href: string, content: string): string {
  return WEB_LINK.test(href.trim())
    ? `<a href="${escapeHtml(href.trim())}">${content}</a>`
    : `${content} (${escapeHtml(href)})`;
}

/** A picture is never fetched: its description and its address are shown instead. */
function picture({ href, text }: Tokens.Image): string {
  const address = /^data:/i.test(href.trim()) ? "embedded picture, not shown" : href;
  const label = text.trim() === "" ? "picture" : escapeHtml(text);
  return `<span class="picture">Picture: ${label} — ${link(address, escapeHtml(address))}</span>`;
}

function html({ text, block }: Tokens.HTML | Tokens.Tag): string {
  const parts = text.split(ANY_TAG);
  const foreign = parts.some((part) => part.startsWith("<") && !PLAIN_TAG.test(part));
  if (block === true && foreign) {
    return `<pre><code class="language-html">${escapeHtml(text.trimEnd())}</code></pre>\n`;
  }
  return parts.map((part) => (PLAIN_TAG.test(part) ? part : escapeHtml(part))).join("");
}

/** Text is escaped wherever it stands; Marked alone would trust what follows a raw `<script>` or `<kbd>`. */
function escapeText(text: string): string {
  return escapeHtml(text).replace(/&amp;(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,31});/g, "&$1;");
}

const renderer: RendererObject = {
  html,
  image: picture,
  text(token) {
    return "tokens" in token && token.tokens ? this.parser.parseInline(token.tokens) : escapeText(token.text);
  },
  link({ href, tokens }) {
    return link(href, this.parser.parseInline(tokens));
  },
  code({ text, lang }) {
    const language = /^[\w+#.-]+/.exec(lang ?? "")?.[0].toLowerCase();
    const marker = language ? ` class="language-${escapeHtml(language)}"` : "";
    return `<pre><code${marker}>${escapeHtml(text)}</code></pre>\n`;
  },
  checkbox: ({ checked }) => (checked ? "☑ " : "☐ "),
  table(token) {
    const row = (cells: string) => `<tr>${cells}</tr>`;
    const cells = (list: Tokens.TableCell[]) => row(list.map((cell) => this.tablecell(cell)).join(""));
    const body = token.rows.map(cells).join("");
    return `<div class="table"><table><thead>${cells(token.header)}</thead><tbody>${body}</tbody></table></div>\n`;
  },
  heading({ tokens, depth }) {
    // The page owns h1 and h2; `settleHeadings` closes the gaps afterwards.
    return `<h${Math.min(6, depth + 2)}>${this.parser.parseInline(tokens)}</h${Math.min(6, depth + 2)}>\n`;
  },
};

/** Responses follow Markdown's rule for line ends; prompts were typed by people, who mean the ones they typed. */
const forResponses = new Marked({ gfm: true, renderer }, mathsExtension);
const forPrompts = new Marked({ gfm: true, breaks: true, renderer }, mathsExtension);

/** Sanitised nodes for `text`, with maths and code still as source. */
export function renderMarkdown(text: string, lineBreaks = false): DocumentFragment {
  const markdown = lineBreaks ? forPrompts : forResponses;
  const fragment = sanitise(markdown.parse(text, { async: false }));
  secureLinks(fragment);
  settleHeadings(fragment);
  return fragment;
}

/** The allow-list alone; exported so that tests can attack it without the Markdown renderer in front. */
export function sanitise(markup: string): DocumentFragment {
  return DOMPurify.sanitize(markup, {
    ALLOWED_TAGS,
    ALLOWED_ATTR: ALLOWED_ATTRIBUTES,
    ADD_URI_SAFE_ATTR: ["align", "start"],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    ALLOWED_URI_REGEXP: WEB_LINK,
    RETURN_DOM_FRAGMENT: true,
  });
}

function secureLinks(root: DocumentFragment): void {
  for (const anchor of root.querySelectorAll("a[href]")) {
    anchor.setAttribute("rel", "noopener noreferrer nofollow");
    anchor.setAttribute("target", "_blank");
  }
}

/** A response that starts at "####" must not leave a hole in the page's outline: levels go down one at a time. */
function settleHeadings(root: DocumentFragment): void {
  const open: number[] = [];
  for (const heading of root.querySelectorAll("h3, h4, h5, h6")) {
    const level = Number(heading.tagName.slice(1));
    while (open.length > 0 && (open.at(-1) ?? 0) >= level) {
      open.pop();
    }
    open.push(level);
    const settled = root.ownerDocument.createElement(`h${2 + open.length}`);
    settled.append(...heading.childNodes);
    heading.replaceWith(settled);
  }
}
