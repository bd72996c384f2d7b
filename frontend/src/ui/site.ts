/** What this server offers to this visitor: which pages the header names. */
import { useEffect, useState } from "preact/hooks";
import { request } from "../api";

export type Role = "admin" | "analyst" | "voter";

/** The visitor, as the server knows them. */
export interface Me {
  voter: boolean;
  roles: { role: Role; study: string | null }[];
  /** Whether voting without a study is open. */
  floor: boolean;
  /** Whether pages that show texts beside names are open to this visitor. */
  battles_page: boolean;
}

/** News that roles changed: the header asks again. */
const CHANGED = "arena:me";

export function meChanged(): void {
  window.dispatchEvent(new Event(CHANGED));
}

/** The visitor; null until the server has answered, and on a server that only shows runs. */
export function useMe(): Me | null {
  const [me, setMe] = useState<Me | null>(null);
  useEffect(() => {
    const ask = () => {
      request<Me>("/api/me").then(setMe, () => setMe(null));
    };
    ask();
    window.addEventListener(CHANGED, ask);
    return () => window.removeEventListener(CHANGED, ask);
  }, []);
  return me;
}

export function isAdmin(me: Me | null): boolean {
  return me?.roles.some(({ role }) => role === "admin") ?? false;
}

export function isAnalyst(me: Me | null): boolean {
  return (
    me?.roles.some(({ role, study }) => role === "admin" || (role === "analyst" && study === null)) ?? false
  );
}
