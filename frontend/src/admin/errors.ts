/** Why the server refused what an administrator asked for, in the reader's language. */
import type { ApiError } from "../api";
import { language } from "../i18n/language";
import { say } from "./words";

/** Said by the code alone. */
const WHOLE = [
  "not_admin",
  "not_analyst",
  "key_taken",
  "state_not_allowed",
  "import_running",
  "empty_file",
  "body_too_large",
  "unknown_voter",
  "unknown_invite",
  "own_role",
  "store_unavailable",
  "unavailable",
  "internal",
] as const;

/** What is wrong, before the server's own words about the very value. */
const BEGUN = ["invalid_value", "invalid_file", "unknown_field", "malformed_json"] as const;

export interface RefusalText {
  text: string;
  /** The server's English besides: the page has no words of its own for it. */
  english: string | null;
}

/** What this page says of an error of its own routes; null where the code is none of theirs. */
export function refusalText(error: ApiError): RefusalText | null {
  const whole = WHOLE.find((code) => code === error.code);
  if (whole) {
    return { text: say(`e_${whole}`), english: null };
  }
  const begun = BEGUN.find((code) => code === error.code);
  if (!begun || language() === "en") {
    return null;
  }
  const { field, found } = error.details;
  const text = say(`e_${begun}`, { field: word(field), found: word(found) });
  return { text, english: error.message };
}

function word(value: unknown): string {
  return typeof value === "string" ? value : "–";
}
