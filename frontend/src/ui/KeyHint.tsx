/** The key that does the same as the button it stands in; screen readers get it from `aria-keyshortcuts`. */
export function KeyHint({ show = true, children }: { show?: boolean; children: string }) {
  return show ? (
    <span class="key-hint" aria-hidden="true">
      <kbd>{children}</kbd>
    </span>
  ) : null;
}
