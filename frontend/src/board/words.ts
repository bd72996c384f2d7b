import { area } from "../i18n/messages";
import english from "./messages/en.json";

/** What the pages that read the leaderboard, the battles and the runs have in common. */
export const { say, useSay } = area("board", english);
