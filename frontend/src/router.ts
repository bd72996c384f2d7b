/** The address of the page: its path (`pages.ts` says which page that is), and what was chosen, in the query. */
import { useEffect, useState } from "preact/hooks";

export interface Location {
  path: string;
  query: URLSearchParams;
}

const CHANGED = "arena:navigated";

function current(): Location {
  const path = window.location.pathname;
  // The server gives the same page for an address that ends in a slash.
  return { path: path.replace(/\/+$/, "") || "/", query: new URLSearchParams(window.location.search) };
}

/** Goes to an address of this page. `replace` leaves no extra step for the Back button. */
export function navigate(address: string, replace = false): void {
  if (replace) {
    window.history.replaceState(null, "", address);
  } else {
    window.history.pushState(null, "", address);
  }
  window.dispatchEvent(new Event(CHANGED));
}

export function useLocation(): Location {
  const [location, setLocation] = useState(current);
  useEffect(() => {
    const update = () => setLocation(current());
    window.addEventListener("popstate", update);
    window.addEventListener(CHANGED, update);
    return () => {
      window.removeEventListener("popstate", update);
      window.removeEventListener(CHANGED, update);
    };
  }, []);
  return location;
}
