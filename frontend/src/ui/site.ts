/** What this server offers to this visitor: which pages the header names. */
import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
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

export const MeContext = createContext<Me | null>(null);

/** The visitor; null until the server has answered, and on a server that only shows runs. */
export function useMe(): Me | null {
  return useContext(MeContext);
}

/** Asks for the visitor, once for all parts of the page and again when roles have changed; for the provider of `MeContext`. */
export function useAskedMe(): Me | null {
  const [me, setMe] = useState<Me | null>(null);
  useEffect(() => {
    let asked = 0;
    const ask = () => {
      asked += 1;
      const mine = asked;
      const set = (answer: Me | null) => mine === asked && setMe(answer);
      request<Me>("/api/me").then(set, () => set(null));
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
