/** What all browser tests share: a watched page, and the steps of a voter. */
import { type BrowserContext, test as base, expect, type Locator, type Page } from "@playwright/test";

declare global {
  interface Window {
    /** Violations of the Content-Security-Policy, as the browser reports them. */
    cspViolations?: string[];
  }
}

/** Collects what no page of Arena may ever do, in every page of a context. */
class Watch {
  readonly faults: string[] = [];

  async over(context: BrowserContext, origin: string): Promise<void> {
    context.on("request", (request) => {
      if (!request.url().startsWith(`${origin}/`)) {
        this.faults.push(`request left the origin: ${request.url()}`);
      }
    });
    context.on("console", (message) => {
      if (message.text().includes("Content Security Policy")) {
        this.faults.push(message.text());
      }
    });
    context.on("weberror", (error) => this.faults.push(`uncaught: ${error.error().message}`));
    await context.addInitScript(() => {
      window.cspViolations = [];
      document.addEventListener("securitypolicyviolation", (event) => {
        window.cspViolations?.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
  }

  async check(context: BrowserContext): Promise<void> {
    for (const page of context.pages()) {
      const violations = await page.evaluate(() => window.cspViolations ?? []);
      this.faults.push(...violations.map((violation) => `policy violated: ${violation}`));
    }
    expect(this.faults).toEqual([]);
  }
}

export const test = base.extend<{ watch: Watch; anotherVoter: () => Promise<Page> }>({
  watch: [
    async ({ context, baseURL }, use) => {
      const watch = new Watch();
      await watch.over(context, new URL(baseURL ?? "").origin);
      await use(watch);
      await watch.check(context);
    },
    { auto: true },
  ],
  anotherVoter: async ({ browser, baseURL, watch }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ baseURL: baseURL ?? "" });
      contexts.push(context);
      await watch.over(context, new URL(baseURL ?? "").origin);
      return context.newPage();
    });
    for (const context of contexts) {
      await watch.check(context);
      await context.close();
    }
  },
});

export { expect };

export const ANSWERS = ["A is better", "Tie", "Both bad", "B is better"] as const;

export function answer(page: Page, name: (typeof ANSWERS)[number] | "Skip"): Locator {
  return page.getByRole("region", { name: "Your vote" }).getByRole("button", { name, exact: true });
}

export function next(page: Page): Locator {
  return page.getByRole("button", { name: "Next battle" });
}

export function pane(page: Page, letter: string): Locator {
  return page.getByRole("region", { name: `Response ${letter}` });
}

export function status(page: Page): Locator {
  return page.locator("#app > [role=status]");
}

/** Both responses are visible and the answers are unlocked. */
export async function ready(page: Page): Promise<void> {
  await expect(pane(page, "A")).toBeVisible();
  await expect(pane(page, "B")).toBeVisible();
  await expect(answer(page, "A is better")).toHaveAttribute("aria-disabled", "false");
}

export async function openBattle(page: Page): Promise<void> {
  await page.goto("/");
  await ready(page);
}

/** The names on the panes, which exist only after the vote. */
export function names(page: Page): Locator {
  return page.locator(".pane .identity-name");
}

/** Presses a key that opens a window, and waits for the window. */
export async function openWindow(page: Page, key: string): Promise<Locator> {
  await page.keyboard.press(key);
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Closes the window by key. The next key is pressed when it has gone. */
export async function closeWindow(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

/**
 * Whether "Retry now" was pressed since this was called. The page tries again by itself too; a test whose line stays
 * down until the button was pressed is never overtaken by that.
 */
export async function retryPressed(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => {
    document.addEventListener(
      "click",
      ({ target }) => {
        if (target instanceof Element && target.closest("button")?.textContent?.includes("Retry now")) {
          document.documentElement.setAttribute("data-retried", "");
        }
      },
      { capture: true },
    );
  });
  return () => page.evaluate(() => document.documentElement.hasAttribute("data-retried"));
}

/** What both panes say, to tell one battle from another. */
export async function battleText(page: Page): Promise<string[]> {
  return page.locator(".prompt-body, .pane-body").allInnerTexts();
}

/** Every vote the page sends: key and bytes. */
export function recordVotes(page: Page): { key: string; url: string; body: string }[] {
  const votes: { key: string; url: string; body: string }[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/votes")) {
      const key = request.headers()["idempotency-key"] ?? "";
      votes.push({ key, url: request.url(), body: request.postData() ?? "" });
    }
  });
  return votes;
}
