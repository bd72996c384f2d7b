import { area } from "../i18n/messages";
import english from "./messages/en.json";

/** What the pages of studies say to voters. */
export const { say, useSay } = area("studies", english);
