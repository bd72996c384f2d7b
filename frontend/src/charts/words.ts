import { area } from "../i18n/messages";
import english from "./messages/en.json";

/** What the plots say. */
export const { say, useSay } = area("charts", english);
