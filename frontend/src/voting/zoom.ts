/** How far all images of a battle are enlarged, and which part of them is seen: the same for each. */

/** Enlargement, and the shift of the image's corner in parts of its box (0 to 1 − scale). */
export interface View {
  scale: number;
  x: number;
  y: number;
}

export const WHOLE: View = { scale: 1, x: 0, y: 0 };
const LARGEST = 8;
export const STEP = 1.25;

function within(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Enlarges by a factor around a point of the box, given in parts of it; that point stays where it is. */
export function zoomed(view: View, factor: number, atX = 0.5, atY = 0.5): View {
  const scale = within(1, view.scale * factor, LARGEST);
  const grown = scale / view.scale;
  return clamped({ scale, x: atX - (atX - view.x) * grown, y: atY - (atY - view.y) * grown });
}

/** Moves the image by parts of its box. */
export function panned(view: View, byX: number, byY: number): View {
  return clamped({ ...view, x: view.x + byX, y: view.y + byY });
}

function clamped({ scale, x, y }: View): View {
  return { scale, x: within(1 - scale, x, 0), y: within(1 - scale, y, 0) };
}

/** The tiles of a battle, moved together. */
export class Zoom {
  private view = WHOLE;
  private readonly tiles = new Set<HTMLElement>();

  /** Shows an image in a tile under this zoom and listens to wheel, drag, pinch and keys. Returns what ends it. */
  add(tile: HTMLElement): () => void {
    this.tiles.add(tile);
    const listening = new AbortController();
    const { signal } = listening;
    const pointers = new Map<number, { x: number; y: number }>();
    tile.addEventListener("wheel", (event) => this.onWheel(tile, event), { passive: false, signal });
    tile.addEventListener("keydown", (event) => this.onKey(event), { signal });
    tile.addEventListener("dblclick", () => this.set(this.view.scale > 1 ? WHOLE : zoomed(WHOLE, 2.5)), {
      signal,
    });
    tile.addEventListener(
      "pointerdown",
      (event) => {
        pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
        tile.setPointerCapture(event.pointerId);
      },
      { signal },
    );
    tile.addEventListener("pointermove", (event) => this.onPointer(tile, pointers, event), { signal });
    for (const end of ["pointerup", "pointercancel"] as const) {
      tile.addEventListener(end, (event) => pointers.delete(event.pointerId), { signal });
    }
    this.draw();
    return () => {
      listening.abort();
      this.tiles.delete(tile);
    };
  }

  get any(): boolean {
    return this.tiles.size > 0;
  }

  by(factor: number): void {
    this.set(zoomed(this.view, factor));
  }

  reset(): void {
    this.set(WHOLE);
  }

  private onWheel(tile: HTMLElement, event: WheelEvent): void {
    if (event.deltaY > 0 && this.view.scale === 1) {
      return;
    }
    event.preventDefault();
    const box = tile.getBoundingClientRect();
    const factor = event.deltaY < 0 ? STEP : 1 / STEP;
    this.set(
      zoomed(
        this.view,
        factor,
        (event.clientX - box.left) / box.width,
        (event.clientY - box.top) / box.height,
      ),
    );
  }

  private onKey(event: KeyboardEvent): void {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [0.1, 0],
      ArrowRight: [-0.1, 0],
      ArrowUp: [0, 0.1],
      ArrowDown: [0, -0.1],
    };
    const step = steps[event.key];
    if (step && this.view.scale > 1 && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.set(panned(this.view, step[0], step[1]));
    }
  }

  private onPointer(
    tile: HTMLElement,
    pointers: Map<number, { x: number; y: number }>,
    event: PointerEvent,
  ): void {
    const before = pointers.get(event.pointerId);
    if (!before) {
      return;
    }
    const now = { x: event.clientX, y: event.clientY };
    const box = tile.getBoundingClientRect();
    const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const grown =
        Math.hypot(now.x - other.x, now.y - other.y) / Math.hypot(before.x - other.x, before.y - other.y);
      const [atX, atY] = [(now.x + other.x) / 2 - box.left, (now.y + other.y) / 2 - box.top];
      this.set(zoomed(this.view, grown || 1, atX / box.width, atY / box.height));
    } else {
      this.set(panned(this.view, (now.x - before.x) / box.width, (now.y - before.y) / box.height));
    }
    pointers.set(event.pointerId, now);
  }

  private set(view: View): void {
    this.view = view;
    this.draw();
  }

  private draw(): void {
    const { scale, x, y } = this.view;
    for (const tile of this.tiles) {
      tile.toggleAttribute("data-zoomed", scale > 1);
      const image = tile.querySelector("img");
      if (image) {
        image.style.transform = `translate(${x * 100}%, ${y * 100}%) scale(${scale})`;
      }
    }
  }
}
