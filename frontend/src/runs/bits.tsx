import type { ComponentChildren } from "preact";
import type { ApiError } from "../api";
import { words } from "../format";
import { navigate } from "../router";
import type { Game } from "./api";

/** Whether news reach the page; told once, not on every verdict. */
export function LiveMark({ live }: { live: boolean }) {
  return (
    <p class={`live${live ? " live-on" : ""}`} role="status">
      <span aria-hidden="true">{live ? "●" : "○"}</span>{" "}
      {live ? "Live: follows every verdict" : "Not live: connecting…"}
    </p>
  );
}

export function Problem({ what, error }: { what: string; error: ApiError }) {
  return (
    <div class="banner banner-error" role="alert">
      <p>
        <strong>{what}</strong> {error.message}
      </p>
    </div>
  );
}

interface GoProps {
  to: string;
  children: ComponentChildren;
  label?: string;
  /** Whether it leads to the page that is shown. */
  current?: boolean;
}

/** A link within the page. */
export function Go({ to, children, label, current }: GoProps) {
  return (
    <a
      href={to}
      aria-label={label}
      aria-current={current ? "page" : undefined}
      onClick={(event) => {
        if (event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey) {
          event.preventDefault();
          navigate(to);
          window.scrollTo(0, 0);
          document.getElementById("main")?.focus();
        }
      }}
    >
      {children}
    </a>
  );
}

/** A wide table in a box that scrolls sideways, with the keyboard too. */
export function Wide({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse.
    <section class="scroll-box" aria-label={name} tabIndex={0}>
      {children}
    </section>
  );
}

/** A verdict in words: who won, or why nobody did. */
export function verdictOf(game: Game): string {
  return game.winner ?? words(game.verdict);
}
