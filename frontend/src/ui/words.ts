import { area } from "../i18n/messages";
import english from "./messages/en.json";

/** What the frame of every page says. */
export const { say, useSay } = area("ui", english);
