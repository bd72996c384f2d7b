import type { ComponentChildren } from "preact";
import { navigate } from "../router";

/** Goes where a link leads without loading the page again; false where the browser is to do what was asked, as with Ctrl. */
export function followed(event: MouseEvent, address: string): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
    return false;
  }
  event.preventDefault();
  navigate(address);
  window.scrollTo(0, 0);
  return true;
}

interface GoProps {
  to: string;
  children: ComponentChildren;
  label?: string;
  current?: boolean;
  /** Classes of the link. */
  kind?: string;
}

/** A link within the page. */
export function Go({ to, children, label, current, kind }: GoProps) {
  return (
    <a
      class={kind}
      href={to}
      aria-label={label}
      aria-current={current ? "page" : undefined}
      onClick={(event) => {
        if (followed(event, to)) {
          document.getElementById("main")?.focus();
        }
      }}
    >
      {children}
    </a>
  );
}
