import type { ComponentType } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { language } from "./i18n/language";
import { load } from "./i18n/messages";
import { type PageEntry, type PageProps, pageAt } from "./pages";
import { useLocation } from "./router";
import type { Session } from "./state";
import { SiteHeader } from "./ui/SiteHeader";
import { UnsentBanner } from "./ui/UnsentBanner";
import { useSession } from "./ui/useSession";
import { useSay } from "./ui/words";
import { VotingPage } from "./voting/VotingPage";

/** The frame around every page: skip link, header with navigation, live region. */
export function App({ session }: { session: Session }) {
  const { path } = useLocation();
  const state = useSession(session);
  const say = useSay();
  const started = useRef(false);

  useEffect(() => {
    const resend = () => void session.resend();
    window.addEventListener("online", resend);
    return () => window.removeEventListener("online", resend);
  }, [session]);

  useEffect(() => {
    if (path === "/" && !started.current) {
      started.current = true;
      void session.start();
    }
  }, [path, session]);

  return (
    <>
      <a class="skip-link" href="#main">
        {say("skip_to_content")}
      </a>
      <SiteHeader path={path} />
      <UnsentBanner unsent={state.unsent} onRetry={() => void session.resend()} />
      <Page path={path} session={session} />
      <p class="hidden-text" role="status" aria-live="polite">
        {state.notice}
      </p>
    </>
  );
}

function Page({ path, session }: { path: string; session: Session }) {
  if (path === "/") {
    return <VotingPage session={session} />;
  }
  const found = pageAt(path);
  return found ? <Lazy key={found.page.pattern} page={found.page} params={found.params} /> : <NotFound />;
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
  useEffect(() => {
    document.title = `${say("not_found")} · Arena`;
  }, [say]);
  return (
    <main id="main" class="message" tabIndex={-1}>
      <h1>{say("not_found_title")}</h1>
      <p>{say("not_found_text")}</p>
    </main>
  );
}
