/** Which address shows which page. Code of a page is fetched when it is first opened: voters need not wait for it. */
import type { ComponentType } from "preact";
import type english from "./ui/messages/en.json";

export interface PageProps {
  /** The parts of the address that the pattern names, decoded. */
  params: Readonly<Record<string, string>>;
}

export interface PageEntry {
  /** `:name` stands for one part of the address. */
  pattern: string;
  /** Key of its name among the messages of the area `ui`; the link to it in the header carries the same. */
  title: keyof typeof english & string;
  /** Areas whose messages it needs. */
  areas: readonly string[];
  load: () => Promise<ComponentType<PageProps>>;
}

/** The voting page, at "/", is not among them: its code comes with the first answer. */
export const PAGES: readonly PageEntry[] = [
  {
    pattern: "/leaderboard",
    title: "leaderboard",
    areas: ["board", "leaderboard"],
    load: () => import("./leaderboard/LeaderboardPage").then((module) => module.LeaderboardPage),
  },
  {
    pattern: "/plots",
    title: "plots",
    areas: ["board", "leaderboard", "charts"],
    load: () => import("./leaderboard/PlotsPage").then((module) => module.PlotsPage),
  },
  {
    pattern: "/history",
    title: "history",
    areas: ["board", "leaderboard", "charts"],
    load: () => import("./leaderboard/HistoryPage").then((module) => module.HistoryPage),
  },
  {
    pattern: "/snapshots",
    title: "snapshots",
    areas: ["board", "leaderboard"],
    load: () => import("./leaderboard/SnapshotsPage").then((module) => module.SnapshotsPage),
  },
  {
    pattern: "/snapshots/:id",
    title: "snapshots",
    areas: ["board", "leaderboard"],
    load: () => import("./leaderboard/SnapshotsPage").then((module) => module.SnapshotsPage),
  },
  {
    pattern: "/battles",
    title: "battles",
    areas: ["board", "explorer"],
    load: () => import("./explorer/BattlesPage").then((module) => module.BattlesPage),
  },
  {
    pattern: "/battles/:id",
    title: "battles",
    areas: ["board", "explorer"],
    load: () => import("./explorer/BattlePage").then((module) => module.BattlePage),
  },
  {
    pattern: "/contestants",
    title: "contestants",
    areas: ["board", "explorer"],
    load: () => import("./explorer/ContestantsPage").then((module) => module.ContestantsPage),
  },
  {
    pattern: "/contestants/:name",
    title: "contestants",
    areas: ["board", "explorer", "charts"],
    load: () => import("./explorer/ContestantPage").then((module) => module.ContestantPage),
  },
  {
    pattern: "/runs",
    title: "runs",
    areas: ["board", "runs"],
    load: () => import("./runs/RunsPage").then((module) => module.RunsPage),
  },
  {
    pattern: "/runs/:id",
    title: "runs",
    areas: ["board", "runs"],
    load: () => import("./runs/RunsPage").then((module) => module.RunsPage),
  },
  {
    pattern: "/admin",
    title: "administration",
    areas: ["board", "admin"],
    load: () => import("./admin/AdminPage").then((module) => module.AdminPage),
  },
  {
    pattern: "/admin/studies",
    title: "administration",
    areas: ["board", "admin"],
    load: () => import("./admin/AdminPage").then((module) => module.AdminPage),
  },
  {
    pattern: "/admin/studies/:key",
    title: "administration",
    areas: ["board", "admin", "sentences"],
    load: () => import("./admin/StudyPage").then((module) => module.StudyPage),
  },
  {
    pattern: "/admin/import",
    title: "administration",
    areas: ["board", "admin"],
    load: () => import("./admin/ImportPage").then((module) => module.ImportPage),
  },
  {
    pattern: "/admin/quality",
    title: "administration",
    areas: ["board", "admin"],
    load: () => import("./admin/QualityPage").then((module) => module.QualityPage),
  },
  {
    pattern: "/studies",
    title: "studies",
    areas: ["board", "studies"],
    load: () => import("./studies/StudiesPage").then((module) => module.StudiesPage),
  },
  {
    pattern: "/s/:key",
    title: "studies",
    areas: ["board", "studies"],
    load: () => import("./studies/StudyPage").then((module) => module.StudyPage),
  },
  {
    pattern: "/join/:secret",
    title: "join",
    areas: ["board", "studies"],
    load: () => import("./studies/JoinPage").then((module) => module.JoinPage),
  },
  {
    pattern: "/me",
    title: "me",
    areas: ["board", "leaderboard", "studies"],
    load: () => import("./studies/MePage").then((module) => module.MePage),
  },
];

/** The page at an address; null where there is none. */
export function pageAt(path: string): { page: PageEntry; params: Record<string, string> } | null {
  for (const page of PAGES) {
    const params = match(page.pattern, path);
    if (params) {
      return { page, params };
    }
  }
  return null;
}

/** The named parts of an address that fits a pattern; null where it does not fit. */
export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) {
    return null;
  }
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const found = given[index] ?? "";
    if (!part.startsWith(":")) {
      if (part !== found) {
        return null;
      }
      continue;
    }
    try {
      params[part.slice(1)] = decodeURIComponent(found);
    } catch {
      return null;
    }
  }
  return params;
}
