import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { language } from "./i18n/language";
import { load } from "./i18n/messages";
import { type PageEntry, type PageProps, pageAt } from "./pages";
import { useLocation } from "./router";
import { type Sessions, SessionsContext, useUnsent } from "./sessions";
import { useAnnounced } from "./ui/announce";
import { SiteHeader } from "./ui/SiteHeader";
import { MeContext, useAskedMe } from "./ui/site";
import { UnsentBanner } from "./ui/UnsentBanner";
import { useTitle } from "./ui/useTitle";
import { useSay } from "./ui/words";
import { VotingPage } from "./voting/VotingPage";

/** The frame around every page: skip link, header with navigation, live region. */
export function App({ sessions }: { sessions: Sessions }) {
  const { path } = useLocation();
  const unsent = useUnsent(sessions);
  const me = useAskedMe();
  const announced = useAnnounced();
  const say = useSay();

  useEffect(() => {
    const resend = () => void sessions.resend();
    window.addEventListener("online", resend);
    resend();
    return () => window.removeEventListener("online", resend);
  }, [sessions]);

  return (
    <SessionsContext.Provider value={sessions}>
      <MeContext.Provider value={me}>
        <a class="skip-link" href="#main">
          {say("skip_to_content")}
        </a>
        <SiteHeader path={path} />
        <UnsentBanner unsent={unsent} onRetry={() => void sessions.resend()} />
        <Page path={path} sessions={sessions} />
        <p class="hidden-text" role="status" aria-live="polite">
          {announced}
        </p>
      </MeContext.Provider>
    </SessionsContext.Provider>
  );
}

function Page({ path, sessions }: { path: string; sessions: Sessions }) {
  if (path === "/") {
    return <OpenFloor sessions={sessions} />;
  }
  const found = pageAt(path);
  return found ? <Lazy key={found.page.pattern} page={found.page} params={found.params} /> : <NotFound />;
}

/** Voting without a study. */
function OpenFloor({ sessions }: { sessions: Sessions }) {
  const session = sessions.of(null);
  useEffect(() => void session.start(), [session]);
  return <VotingPage session={session} />;
}

/** A page whose code and words are fetched when it is first opened. */
function Lazy({ page, params }: { page: PageEntry; params: PageProps["params"] }) {
  const [loaded, setLoaded] = useState<{ page: ComponentType<PageProps> } | "failed" | null>(null);
  const say = useSay();
  useEffect(() => {
    Promise.all([page.load(), load(page.areas, language())]).then(
      ([component]) => setLoaded({ page: component }),
      () => setLoaded("failed"),
    );
  }, [page]);
  if (loaded === "failed") {
    return (
      <main id="main" class="message" tabIndex={-1}>
        <h1>{say(page.title)}</h1>
        <p>{say("could_not_load")}</p>
        <button type="button" class="button" onClick={() => window.location.reload()}>
          {say("load_again")}
        </button>
      </main>
    );
  }
  if (loaded === null) {
    return (
      <main id="main" class="message" tabIndex={-1}>
        <h1>{say(page.title)}</h1>
        <p>{say("loading")}</p>
      </main>
    );
  }
  const LoadedPage = loaded.page;
  return <LoadedPage params={params} />;
}

function NotFound() {
  const say = useSay();
  useTitle(say("not_found"));
  return (
    <main id="main" class="message" tabIndex={-1}>
      <h1>{say("not_found_title")}</h1>
      <p>{say("not_found_text")}</p>
      {/* Asks the server, which sends on where there is nothing to vote on. */}
      <a class="button" href="/">
        {say("not_found_home")}
      </a>
    </main>
  );
}
