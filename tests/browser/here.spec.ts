// Where the person is: said by a booth's number or a tap on the plan, and what follows from it.
import { expect, test } from "./support.ts";
import { demoVenue } from "./venue.ts";

const WORDS = {
  en: { language: "en", locale: "en-GB", ask: "Where am I?", label: "I am at", home: /You are here/, way: "Route here", forget: "Forget it", nearest: "Restrooms", on: "on foot from" },
  "zh-Hans": { language: "zh-Hans", locale: "zh-CN", ask: "我在哪里？", label: "我在", home: /您在这里/, way: "到这里去", forget: "清除位置", nearest: "洗手间", on: "步行" },
} as const; // prettier-ignore

for (const words of Object.values(WORDS)) {
  test.describe(`in ${words.locale}`, () => {
    test.use({ locale: words.locale });

    test("said by a booth's number: ways begin there, and what is near comes first", async ({ page, request }) => {
      const { booth, exhibitor } = await demoVenue(request);
      await page.goto("./?view=2d");
      await page.getByRole("button", { name: words.ask }).click();
      const field = page.getByRole("combobox", { name: words.label });
      await expect(field).toBeFocused();
      await field.fill(booth);
      await expect(page.getByRole("option").first()).toContainText(booth);
      await field.press("Enter");
      await expect(page).toHaveURL(new RegExp(`at=${booth}`));
      await page.getByRole("button", { name: words.nearest }).click();
      await expect(page.getByText(words.on)).toBeVisible();
      const walks = page.getByRole("option").locator(".walk");
      await expect(walks.first()).toBeVisible();

      await page.goto(`./?view=2d&at=${booth}&place=entrance-metro`);
      await page.getByRole("button", { name: words.way }).click();
      await expect(page).toHaveURL(new RegExp(`from=${booth}`));
      await expect(page.locator(".steps li").first()).toBeVisible();

      await page.goto(`./?view=2d&at=${booth}`);
      const row = page.getByRole("button", { name: words.home });
      await expect(row).toContainText(exhibitor.name[words.language]);
      await row.click();
      await page.getByRole("button", { name: words.forget }).click();
      await expect(page).not.toHaveURL(/at=/);
    });
  });
}

test("said by a tap on bare floor: a point, from which a way is found @desktop", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await page.goto("./?view=2d&lang=en&panel=here&pose=140,140,40");
  await expect(page.getByText("Or tap the map where you stand.")).toBeVisible();
  const map = page.getByRole("application");
  const { x, y, width, height } = (await map.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.click(x + width / 2 + 190, y + height / 2);
  await expect(page).toHaveURL(/at=@[\d.]+,[\d.]+,/);
  await expect(page.getByText("A point on the map")).toBeVisible();
  await page.goto(`${new URL(page.url()).search.replace("panel=here", "")}&place=${booth}`);
  await page.getByRole("button", { name: "Route here" }).click();
  await expect(page.getByRole("list", { name: "Directions" }).getByRole("listitem").first()).toContainText(
    "point on the map",
  );
});

test("who is off the way says where they are, by a tap on the plan too @desktop", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await page.goto(`./?view=2d&lang=en&from=entrance-metro&to=${booth}`);
  await page.getByRole("button", { name: "I am somewhere else" }).click();
  await expect(page.getByRole("combobox", { name: "From" })).toBeFocused();
  const { x, y, width, height } = (await page.getByRole("application").boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  await page.mouse.click(x + width / 2, y + height / 2);
  await expect(page).not.toHaveURL(/from=entrance-metro/);
  await expect(page.getByRole("list", { name: "Directions" }).getByRole("listitem").first()).toBeVisible();
});

test("step by step: the next and the one before, and the map follows", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await page.goto(`./?view=2d&lang=en&from=entrance-metro&to=${booth}`);
  const next = page.getByRole("button", { name: "Next step" });
  await next.click();
  await expect(page.getByText(/^Step 1 of \d+$/)).toBeVisible();
  await next.click();
  await expect(page.locator('[aria-current="step"]')).toHaveCount(1);
  await expect(page.locator(".steps li").nth(1).getByRole("button")).toHaveAttribute("aria-current", "step");
  await page.getByRole("button", { name: "Step before" }).click();
  await expect(page.getByText(/^Step 1 of \d+$/)).toBeVisible();
});

test("the way one faces is an arrow on the plan @phone", async ({ page, request }) => {
  const { booth } = await demoVenue(request);
  await page.goto(`./?view=2d&lang=en&at=${booth}&panel=here`);
  const face = page.getByRole("button", { name: "Show which way I face" });
  await face.click();
  // A compass tells again and again.
  await expect(async () => {
    await page.evaluate(() => {
      const init = { absolute: true, alpha: 270, beta: 0, gamma: 0 };
      dispatchEvent(new DeviceOrientationEvent("deviceorientationabsolute", init));
    });
    await expect(face).toHaveAttribute("aria-pressed", "true", { timeout: 500 });
  }).toPass();
  await expect(page.getByText("The arrow on the map shows")).toBeVisible();
  await face.click();
  await expect(face).toHaveAttribute("aria-pressed", "false");
});
