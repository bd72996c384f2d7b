/** The key that does the same as the button it stands in; screen readers get it from `aria-keyshortcuts`. */
export function KeyHint({ children }: { children: string | null }) {
  return children ? (
    <span class="key-hint" aria-hidden="true" dir="ltr">
      <kbd>{children}</kbd>
    </span>
  ) : null;
}
