import { area } from "../i18n/messages";
import english from "./messages/en.json";

/** What the leaderboard's pages say. */
export const { say, useSay } = area("leaderboard", english);
