import { area } from "../i18n/messages";
import english from "./messages/en.json";

/** What the pages about runs of judges say. */
export const { say, useSay } = area("runs", english);
