import { useEffect, useRef, useState } from "preact/hooks";
import { isLanguage, LANGUAGE_NAMES, LANGUAGES, language, remember, speak } from "../i18n/language";
import { loadAll } from "../i18n/messages";
import { followed } from "./Go";
import { isAdmin, type Me, useMe } from "./site";
import { isTheme, setTheme, THEMES, theme } from "./theme";
import { useSay } from "./words";

interface Link {
  path: string;
  text: "vote" | "studies" | "leaderboard" | "plots" | "battles" | "runs" | "administration";
}

/** A server that only shows runs knows no visitors: there, the runs are all there is. */
function linksFor(me: Me | null, path: string): Link[] {
  if (me === null && (path === "/runs" || path.startsWith("/runs/"))) {
    return [{ path: "/runs", text: "runs" }];
  }
  const links: Link[] = [
    // Where the floor is closed, votes are given in studies only.
    ...(me?.floor === false ? [] : [{ path: "/", text: "vote" } as const]),
    { path: "/studies", text: "studies" },
    { path: "/leaderboard", text: "leaderboard" },
    { path: "/plots", text: "plots" },
  ];
  if (me?.battles_page) {
    links.push({ path: "/battles", text: "battles" }, { path: "/runs", text: "runs" });
  }
  if (isAdmin(me)) {
    links.push({ path: "/admin", text: "administration" });
  }
  return links;
}

/** Whether an address belongs to what a link names: a battle to the battles, say. */
function isWithin(path: string, link: string): boolean {
  return link !== "/" && path.startsWith(`${link}/`);
}

/** Name, pages, language and colours. */
export function SiteHeader({ path }: { path: string }) {
  const say = useSay();
  const me = useMe();
  const links = linksFor(me, path);
  // A server that only shows runs has no voters, so none that could go on elsewhere.
  const linked = me !== null;
  const nav = useRef<HTMLElement>(null);
  // On a phone the links scroll sideways: the current one stays in sight.
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>("[aria-current]");
    if (nav.current && current) {
      nav.current.scrollLeft = current.offsetLeft - (nav.current.clientWidth - current.offsetWidth) / 2;
    }
  }, [path, links.length]);
  const home = links[0]?.path ?? "/";
  return (
    <header class="site">
      <a class="wordmark" href={home} onClick={(event) => followed(event, home)}>
        <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true" focusable="false">
          <rect width="32" height="32" rx="8" class="mark-ground" />
          <rect x="7" y="8" width="8" height="16" rx="2" class="mark-pane" />
          <rect x="17" y="8" width="8" height="16" rx="2" class="mark-pane mark-second" />
        </svg>
        Arena
      </a>
      <nav aria-label={say("pages")} ref={nav}>
        {links.map((link) => (
          <a
            key={link.path}
            href={link.path}
            aria-current={path === link.path ? "page" : isWithin(path, link.path) ? "true" : undefined}
            onClick={(event) => followed(event, link.path)}
          >
            {say(link.text)}
          </a>
        ))}
      </nav>
      <div class="site-choices">
        {linked && (
          <a
            class="site-me"
            href="/me"
            title={say("me")}
            aria-current={path === "/me" ? "page" : undefined}
            onClick={(event) => followed(event, "/me")}
          >
            <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">
              <rect x="2.5" y="4.5" width="14" height="11" rx="1.5" />
              <path d="M6 19.5h7" />
              <rect x="15.5" y="9.5" width="6" height="11" rx="1.5" class="site-me-front" />
            </svg>
            <span class="hidden-text">{say("me")}</span>
          </a>
        )}
        <LanguageChoice />
        <ThemeChoice />
      </div>
    </header>
  );
}

function LanguageChoice() {
  const say = useSay();
  const choose = async (value: string) => {
    if (isLanguage(value)) {
      await loadAll(value);
      remember(value);
      speak(value);
    }
  };
  return (
    <select
      class="site-choice"
      aria-label={say("language")}
      value={language()}
      onChange={(event) => void choose(event.currentTarget.value)}
    >
      {LANGUAGES.map((name) => (
        <option key={name} value={name} lang={name}>
          {LANGUAGE_NAMES[name]}
        </option>
      ))}
    </select>
  );
}

function ThemeChoice() {
  const say = useSay();
  const [chosen, setChosen] = useState(theme());
  const choose = (value: string) => {
    if (isTheme(value)) {
      setTheme(value);
      setChosen(value);
    }
  };
  return (
    <select
      class="site-choice"
      aria-label={say("theme")}
      value={chosen}
      onChange={(event) => choose(event.currentTarget.value)}
    >
      {THEMES.map((name) => (
        <option key={name} value={name}>
          {say(`theme_${name}`)}
        </option>
      ))}
    </select>
  );
}
