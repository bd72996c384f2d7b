import { area } from "../i18n/messages";
import english from "./messages/en.json";

/** What the voting page says. */
export const { say, useSay } = area("voting", english);
