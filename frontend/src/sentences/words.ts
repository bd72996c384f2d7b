import { area } from "../i18n/messages";
import english from "./messages/en.json";

/** What the server says of results: every sentence of it by its code, in every language. */
export const { say, useSay, template } = area("sentences", english);
