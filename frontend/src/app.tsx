import type { ComponentType } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { navigate, useLocation } from "./router";
import type { Session } from "./state";
import { UnsentBanner } from "./ui/UnsentBanner";
import { useSession } from "./ui/useSession";
import { VotingPage } from "./voting/VotingPage";

/** The frame around every page: skip link, header with navigation, live region. */
export function App({ session }: { session: Session }) {
  const { path } = useLocation();
  const state = useSession(session);
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
        Skip to content
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
  if (isRuns(path)) {
    return <Lazy key="runs" title="Runs" load={loadRuns} />;
  }
  return path === "/leaderboard" ? (
    <Lazy key="leaderboard" title="Leaderboard" load={loadLeaderboard} />
  ) : (
    <NotFound />
  );
}

const loadLeaderboard = () =>
  import("./leaderboard/LeaderboardPage").then((module) => module.LeaderboardPage);
const loadRuns = () => import("./runs/RunsPage").then((module) => module.RunsPage);

/** Pages about runs of judges come from a server of their own, which has no battles to vote on. */
function isRuns(path: string): boolean {
  return path === "/runs" || path.startsWith("/runs/");
}

/** A page whose code is fetched when it is first opened: voters need not wait for it. */
function Lazy({ title, load }: { title: string; load: () => Promise<ComponentType> }) {
  const [loaded, setLoaded] = useState<{ page: ComponentType } | "failed" | null>(null);
  useEffect(() => {
    load().then(
      (page) => setLoaded({ page }),
      () => setLoaded("failed"),
    );
  }, [load]);
  if (loaded === "failed") {
    return (
      <main id="main" class="message" tabIndex={-1}>
        <h1>{title}</h1>
        <p>This page could not be loaded. Is the server running?</p>
        <button type="button" class="button" onClick={() => window.location.reload()}>
          Load again
        </button>
      </main>
    );
  }
  if (loaded === null) {
    return (
      <main id="main" class="message" tabIndex={-1}>
        <h1>{title}</h1>
        <p>Loading…</p>
      </main>
    );
  }
  const LoadedPage = loaded.page;
  return <LoadedPage />;
}

function NotFound() {
  useEffect(() => {
    document.title = "Not found · Arena";
  }, []);
  return (
    <main id="main" class="message" tabIndex={-1}>
      <h1>There is no page here</h1>
      <p>Arena has two pages: one to vote on, and the leaderboard.</p>
    </main>
  );
}

const LINKS = [
  { path: "/", text: "Vote" },
  { path: "/leaderboard", text: "Leaderboard" },
];
const RUN_LINKS = [{ path: "/runs", text: "Runs" }];

function SiteHeader({ path }: { path: string }) {
  const follow = (event: MouseEvent, address: string) => {
    if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      navigate(address);
      window.scrollTo(0, 0);
    }
  };
  const links = isRuns(path) ? RUN_LINKS : LINKS;
  const home = links[0]?.path ?? "/";
  return (
    <header class="site">
      <a class="wordmark" href={home} onClick={(event) => follow(event, home)}>
        <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true" focusable="false">
          <rect width="32" height="32" rx="8" class="mark-ground" />
          <rect x="7" y="8" width="8" height="16" rx="2" class="mark-pane" />
          <rect x="17" y="8" width="8" height="16" rx="2" class="mark-pane mark-second" />
        </svg>
        Arena
      </a>
      <nav aria-label="Pages">
        {links.map((link) => (
          <a
            key={link.path}
            href={link.path}
            aria-current={path === link.path ? "page" : undefined}
            onClick={(event) => follow(event, link.path)}
          >
            {link.text}
          </a>
        ))}
      </nav>
    </header>
  );
}
