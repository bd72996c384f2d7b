import type { ComponentChildren } from "preact";
import { useLocation } from "../router";
import { Name } from "../ui/Name";
import { Go } from "./bits";
import { LiveMark } from "./LiveMark";
import { queryOf, withQuery } from "./query";
import { useSay } from "./words";

/** Pages about one leaderboard; those that draw it take the filters along. */
const PAGES = [
  { path: "/leaderboard", text: "page_table", filtered: true },
  { path: "/plots", text: "page_plots", filtered: true },
  { path: "/history", text: "page_history", filtered: true },
  { path: "/contestants", text: "page_contestants", filtered: false },
  { path: "/battles", text: "page_battles", filtered: false },
  { path: "/snapshots", text: "page_snapshots", filtered: false },
] as const;

interface HeadProps {
  title: string;
  /** Left out on pages that do not follow votes. */
  live?: boolean;
  children?: ComponentChildren;
}

/** Title of a reading page and the way to its neighbours. */
export function BoardHead({ title, live, children }: HeadProps) {
  const { path, query } = useLocation();
  const say = useSay();
  const chosen = queryOf(query);
  const filtered = PAGES.some((page) => page.filtered && page.path === path);
  return (
    <>
      <nav class="subnav" aria-label={say("board_pages")}>
        {PAGES.map((page) => (
          <Go
            key={page.path}
            to={page.filtered && filtered ? withQuery(page.path, chosen) : page.path}
            current={path === page.path || path.startsWith(`${page.path}/`)}
          >
            {say(page.text)}
          </Go>
        ))}
      </nav>
      <div class="board-head">
        <h1>
          <Name of={title} />
        </h1>
        {live !== undefined && <LiveMark live={live} text={say(live ? "live" : "not_live")} />}
        {children}
      </div>
    </>
  );
}
