import { expect, test, violations } from "./reading";

test.use({ serverOf: "snapshots" });

test("an analyst freezes a board, and its address shows it unchanged", async ({ admin }) => {
  await admin.goto("/leaderboard?method=elo&ties=drop");
  await admin.getByRole("button", { name: "Freeze" }).click();
  const dialog = admin.getByRole("dialog", { name: "Freeze this board" });
  await dialog.getByLabel("Note (optional)").fill("for the paper <b>1</b>");
  expect(await violations(admin)).toEqual([]);
  await dialog.getByRole("button", { name: "Freeze it" }).click();
  const link = dialog.getByRole("link");
  await expect(link).toContainText("/snapshots/");
  await link.click();
  await expect(admin.getByText("Unchanged since it was frozen")).toBeVisible();
  await expect(admin.getByText("for the paper <b>1</b>")).toBeVisible();
  const id = admin.url().split("/").at(-1);
  const { board } = await (await admin.request.get(`/api/snapshots/${id}`)).json();
  const rows = admin.getByRole("table").first().locator("tbody").getByRole("row");
  await expect(rows).toHaveCount(board.leaderboard.length);
  expect(await violations(admin)).toEqual([]);
  await admin.screenshot({ path: "test-results/shots/snapshot.png", fullPage: true });
  await admin.goto("/snapshots");
  await expect(admin.getByRole("table")).toContainText("for the paper");
  expect(await violations(admin)).toEqual([]);
});

test("who may not freeze is not offered it, and an unknown snapshot is said to be so", async ({ page }) => {
  await page.goto("/leaderboard");
  await expect(page.getByRole("table").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "CSV" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Freeze" })).toHaveCount(0);
  await page.goto("/snapshots/0000000000000000");
  await expect(page.getByRole("alert")).toContainText("The snapshot could not be read.");
});
