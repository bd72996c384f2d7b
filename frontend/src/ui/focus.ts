/** Where the keyboard is when what it was on is gone. */

/** Whether the focus is on nothing: what had it was taken away. */
export function focusLost(): boolean {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body;
}

/** Takes the focus to where the page's matter begins: the heading of the open battle, else the page itself. */
export function focusStart(): void {
  const start =
    document.querySelector<HTMLElement>("[data-start]") ?? document.querySelector<HTMLElement>("#main");
  start?.focus({ preventScroll: true });
}
