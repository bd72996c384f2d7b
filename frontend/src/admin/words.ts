import { area } from "../i18n/messages";
import english from "./messages/en.json";

/** What the pages of an administrator say. */
export const { say, useSay } = area("admin", english);
