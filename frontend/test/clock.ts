/** Time as a test lets it pass, with timers that vitest stands in for. */
import { act } from "preact/test-utils";
import { vi } from "vitest";
import { settled } from "./drawn";

const STEP_MS = 100;

/** Lets time pass, in steps small enough for the page to follow. */
export async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += STEP_MS) {
    await act(() => void vi.advanceTimersByTime(STEP_MS));
    await settled();
  }
}
