import { closeWindow, expect, next, openBattle, openWindow, ready, recordVotes, test } from "./arena";

test("an action gets another key, which a reload keeps and a button gives back", async ({ page }) => {
  const votes = recordVotes(page);
  await openBattle(page);
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Change keys" }).click();
  const first = dialog.getByRole("button", { name: /^A is better:/ });
  await first.focus();
  await page.keyboard.press("Enter");
  await expect(first).toHaveText("Press a key…");
  await page.keyboard.press("h");
  await expect(dialog.getByRole("alert")).toHaveText(
    "H already means: History of this session. Press another key.",
  );
  await page.keyboard.press("q");
  await expect(first).toHaveAccessibleName("A is better: Q. Change");
  await dialog.getByRole("button", { name: "Done" }).click();
  await closeWindow(page);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("a");
  expect(votes).toEqual([]);
  await page.reload();
  await ready(page);
  await expect(page.getByRole("button", { name: "A is better" }).locator("kbd")).toHaveText("Q");
  await page.keyboard.press("q");
  await expect(next(page)).toBeVisible();
  expect(votes).toHaveLength(1);
  await page.keyboard.press("n");
  await ready(page);
  await page.keyboard.press("?");
  await dialog.getByRole("button", { name: "Change keys" }).click();
  await dialog.getByRole("button", { name: "Usual keys" }).click();
  await closeWindow(page);
  await page.keyboard.press("a");
  await expect(next(page)).toBeVisible();
});

test("every key rests in a text box, in a window and with a modifier", async ({ page }) => {
  const votes = recordVotes(page);
  await openBattle(page);
  for (const key of ["Control+1", "Alt+1", "Meta+a", "Shift+a", "Shift+ArrowLeft"]) {
    await page.keyboard.press(key);
  }
  await openWindow(page, "r");
  await page.getByRole("textbox", { name: "Comment" }).focus();
  await page.keyboard.type("1 2 3 4 a b t s u ? d");
  await closeWindow(page);
  expect(votes).toEqual([]);
});
