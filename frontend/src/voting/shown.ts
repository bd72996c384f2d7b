/** When a battle was first seen in this tab: a reload, or a look at another page and back, is no new reading. */

const SHOWN = "arena.shown";

/**
 * The time from which reading is counted.
 *
 * @param storage of the tab; null where the browser forbids it, and then each page begins anew
 * @param now milliseconds since 1970
 */
export function firstShown(
  storage: Pick<Storage, "getItem" | "setItem"> | null,
  battle: string,
  now: number,
): number {
  const known = read(storage);
  if (known?.battle === battle && known.at <= now) {
    return known.at;
  }
  try {
    storage?.setItem(SHOWN, JSON.stringify({ battle, at: now }));
  } catch {
    // Full storage: the time lasts as long as the page.
  }
  return now;
}

function read(storage: Pick<Storage, "getItem"> | null): { battle: string; at: number } | null {
  try {
    const value: unknown = JSON.parse(storage?.getItem(SHOWN) ?? "null");
    const { battle, at } = (value ?? {}) as { battle?: unknown; at?: unknown };
    return typeof battle === "string" && typeof at === "number" ? { battle, at } : null;
  } catch {
    return null;
  }
}
