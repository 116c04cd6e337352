// Frames without drawing: software rendering takes its time from every act, and only pictures need what is drawn.
import type { Page } from "playwright-core";

type Lidded = Window & { __opened?: () => void };

/** From now on frames move and place everything, but draw nothing. Does nothing where they are shut already. */
export const shutEyes = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const lidded = window as Lidded;
    const renderer = window.__sandtable?.renderer;
    if (!renderer || lidded.__opened) return;
    const { render } = renderer;
    lidded.__opened = () => {
      renderer.render = render;
      delete lidded.__opened;
    };
    renderer.render = (scene, camera) => {
      scene.updateMatrixWorld();
      if (camera.parent === null) camera.updateMatrixWorld();
      if (renderer.xr.isPresenting) renderer.xr.updateCamera(camera as Parameters<typeof renderer.xr.updateCamera>[0]);
    };
  });

/** Draws again, does what needs seeing, and stops drawing. */
export async function seeing<T>(page: Page, look: () => Promise<T>): Promise<T> {
  await page.evaluate(() => (window as Lidded).__opened?.());
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done));
  });
  try {
    return await look();
  } finally {
    await shutEyes(page);
  }
}
