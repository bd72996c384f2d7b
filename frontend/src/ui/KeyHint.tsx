/** The key that does the same as the button it stands in; screen readers get it from `aria-keyshortcuts`. */
export function KeyHint({ show = true, children }: { show?: boolean; children: string | null }) {
  return show && children ? (
    <span class="key-hint" aria-hidden="true" dir="ltr">
      <kbd>{children}</kbd>
    </span>
  ) : null;
}
