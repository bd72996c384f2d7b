/** What tests of components share: a page to draw on, and a server of which a test says what it answers. */
import { type ComponentChild, options, render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, vi } from "vitest";

// Effects of what changes outside of `act` would wait for a frame, which may come after the test's page has gone.
options.requestAnimationFrame = queueMicrotask;

const hosts: HTMLElement[] = [];

afterEach(() => {
  for (const host of hosts.splice(0)) {
    render(null, host);
    host.remove();
  }
});

/** Draws, and waits for what effects and answers change. */
export async function draw(content: ComponentChild, host = newHost()): Promise<HTMLElement> {
  await act(() => render(content, host));
  await settled();
  return host;
}

function newHost(): HTMLElement {
  const host = document.createElement("div");
  document.body.append(host);
  hosts.push(host);
  return host;
}

/** Lets what is already answered be drawn. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 5; i++) {
    await act(async () => {
      await Promise.resolve();
    });
  }
}

export async function press(button: Element | null | undefined): Promise<void> {
  await act(() => (button as HTMLElement).click());
  await settled();
}

export function button(host: Element, text: string): HTMLButtonElement | undefined {
  return [...host.querySelectorAll("button")].find((one) => one.textContent?.includes(text));
}

/** Has requests answered by `answer`; gives the addresses that were asked for. */
export function serve(answer: (path: string) => object | Promise<object>): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (path: string) => {
    asked.push(path);
    return new Response(JSON.stringify(await answer(path)));
  });
  return asked;
}
