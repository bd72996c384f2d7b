import { area } from "../i18n/messages";
import english from "./messages/en.json";

/** What the pages about battles and contestants say. */
export const { say, useSay } = area("explorer", english);
