/** Scrolling and focus by key, over whatever the layout lets scroll: the panes on a wide page, else the page. */

const STEP = 90;

function panes(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(".pane-body")];
}

function scrolls(pane: HTMLElement): boolean {
  return pane.scrollHeight > pane.clientHeight + 1;
}

/** Moves all responses together. */
export function scrollAll(down: boolean): void {
  const top = down ? STEP : -STEP;
  const moving = panes().filter(scrolls);
  if (moving.length === 0) {
    window.scrollBy({ top });
  }
  for (const pane of moving) {
    pane.scrollBy({ top });
  }
}

/** Moves one response on by most of its height; from its end back to its start. Or back, where `forward` is false. */
export function scrollOne(index: number, forward = true): void {
  const pane = panes()[index];
  if (!pane) {
    return;
  }
  if (!scrolls(pane)) {
    pane.scrollIntoView({ block: "start" });
    return;
  }
  const page = pane.clientHeight * 0.85;
  const atEnd = pane.scrollTop + pane.clientHeight >= pane.scrollHeight - 2;
  pane.scrollTo({ top: forward ? (atEnd ? 0 : pane.scrollTop + page) : pane.scrollTop - page });
}

/** Focus goes to the next part of the page: prompt, each response, vote bar, and around again. */
export function focusNextPane(): void {
  const stops = [...document.querySelectorAll<HTMLElement>("[data-pane]")];
  const now = stops.findIndex((stop) => stop.contains(document.activeElement));
  stops[(now + 1) % stops.length]?.focus();
}
