import {
  answer,
  battleText,
  closeWindow,
  expect,
  names,
  next,
  openBattle,
  openWindow,
  ready,
  recordVotes,
  status,
  test,
} from "./arena";

test("a whole session needs no mouse", async ({ page }) => {
  const votes = recordVotes(page);
  await openBattle(page);
  const press = (key: string) => page.keyboard.press(key);
  const waysOn = ["Enter", "n", "Space", "Enter", "n", "Space", "n", "Enter", "n", "Enter", "n"];
  for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "1", "2", "3", "4", "a", "b", "t"]) {
    await press(key);
    await expect(next(page)).toBeFocused();
    await press(waysOn.shift() ?? "n");
    await ready(page);
  }
  await openWindow(page, "s");
  await press("3");
  await expect(page.getByRole("radio", { name: "A response is broken or empty" })).toBeChecked();
  await press("s");
  await expect(status(page)).toHaveText("Battle skipped.");
  await ready(page);
  await press("2");
  await expect(next(page)).toBeFocused();
  await press("u");
  await expect(status(page)).toContainText("withdrawn");
  await press("Enter");
  await ready(page);
  await press("1");
  await expect(next(page)).toBeFocused();
  await press("Enter");
  await ready(page);
  await press("Control+z");
  await expect(status(page)).toContainText("withdrawn");
  expect(votes.map((vote) => JSON.parse(vote.body).verdict)).toEqual([
    ...["first", "second", "tie", "both_bad", "first", "second", "tie", "both_bad", "first", "second", "tie"],
    "skip",
    "second",
    "first",
  ]);
});

test("windows open and close by key, and no key votes meanwhile", async ({ page }) => {
  const votes = recordVotes(page);
  await openBattle(page);
  for (const [key, title] of [
    ["?", "How to vote"],
    ["h", "Your votes in this session"],
    ["r", "Reasons for your vote"],
    ["s", "Skip this battle"],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page.getByRole("dialog", { name: title })).toBeVisible();
    for (const other of ["a", "b", "t", "4", "u", "h"]) {
      await page.keyboard.press(other);
    }
    await closeWindow(page);
  }
  expect(votes).toEqual([]);
  await ready(page);
});

test("F6 goes round the panes, where arrows scroll and do not vote", async ({ page }) => {
  const votes = recordVotes(page);
  await openBattle(page);
  const focused = () => page.evaluate(() => document.activeElement?.className.split(" ")[0] ?? "");
  for (const stop of ["prompt-body", "pane-body", "pane-body", "choices-bar", "prompt-body"]) {
    await page.keyboard.press("F6");
    await expect.poll(focused).toBe(stop);
    if (stop === "pane-body") {
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowLeft");
    }
  }
  expect(votes).toEqual([]);
});

test("J and K scroll both responses, brackets scroll one", async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 560 });
  await page.route("**/api/battles/next", async (route) => {
    const battle = await (await route.fetch()).json();
    for (const response of battle.responses) {
      response.turns = [Array(200).fill("One more paragraph to read.").join("\n\n")];
    }
    await route.fulfill({ json: battle });
  });
  await openBattle(page);
  const tops = () => page.locator(".pane-body").evaluateAll((panes) => panes.map((pane) => pane.scrollTop));
  expect(await tops()).toEqual([0, 0]);
  await page.keyboard.press("j");
  await expect.poll(async () => (await tops())[0]).toBeGreaterThan(0);
  const [first = 0, second = 0] = await tops();
  expect(second).toBe(first);
  await page.keyboard.press("k");
  await expect.poll(tops).toEqual([0, 0]);
  await page.keyboard.press("]");
  await expect.poll(async () => (await tops())[1]).toBeGreaterThan(0);
  expect((await tops())[0]).toBe(0);
});

test("shortcuts can be switched off, and stay off after a reload", async ({ page }) => {
  const votes = recordVotes(page);
  await openBattle(page);
  await page.keyboard.press("?");
  await page.getByRole("checkbox", { name: "Keyboard shortcuts" }).uncheck();
  await closeWindow(page);
  await page.keyboard.press("a");
  await page.reload();
  await ready(page);
  await page.keyboard.press("b");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(votes).toEqual([]);
  await page.getByRole("button", { name: "Help" }).click();
  await page.getByRole("checkbox", { name: "Keyboard shortcuts" }).check();
  await closeWindow(page);
  await page.keyboard.press("a");
  await expect(next(page)).toBeVisible();
});

test("a held key votes once", async ({ page }) => {
  const votes = recordVotes(page);
  await openBattle(page);
  await page.keyboard.down("ArrowLeft");
  await page.keyboard.down("ArrowLeft");
  await page.keyboard.down("ArrowLeft");
  await page.keyboard.up("ArrowLeft");
  await expect(next(page)).toBeVisible();
  expect(votes).toHaveLength(1);
});

test("Tab reaches every answer, and Enter gives it", async ({ page }) => {
  await openBattle(page);
  const before = await battleText(page);
  await answer(page, "Both bad").focus();
  await page.keyboard.press("Enter");
  await expect(status(page)).toContainText("Both bad");
  await expect(names(page)).toHaveCount(2);
  expect(await battleText(page)).toEqual(before);
});

test("the first Tab offers to skip the header", async ({ page }) => {
  await openBattle(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
});
