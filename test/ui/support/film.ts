import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import gifenc from "gifenc";
import { PNG } from "pngjs";

interface Frame {
  /** Four bytes a pixel. */
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** For how long it is shown, in milliseconds. */
  readonly duration: number;
}

/** One colour is kept for what a frame has in common with the one before. */
const COLOURS = 255;

/** Pictures of one window, one after the other, that are shown again and again. */
export class Film {
  readonly #frames: Frame[] = [];

  /** @param png a screenshot, of the same size as all others */
  add(png: Uint8Array, duration: number): void {
    const { data, width, height } = PNG.sync.read(Buffer.from(png));
    this.#frames.push({ pixels: new Uint8Array(data), width, height, duration });
  }

  /** Writes an animated GIF; its size in bytes. */
  write(path: string): number {
    const palette = this.#palette();
    const unchanged = palette.length;
    const encoder = gifenc.GIFEncoder();
    let before: Uint8Array | undefined;
    for (const { pixels, width, height, duration } of this.#frames) {
      const indices = gifenc.applyPalette(pixels, palette);
      encoder.writeFrame(withoutRepeats(indices, before, unchanged), width, height, {
        ...(before ? {} : { palette: [...palette, [0, 0, 0]] }),
        delay: duration,
        transparent: true,
        transparentIndex: unchanged,
        dispose: 1,
      });
      before = indices;
    }
    encoder.finish();
    const bytes = encoder.bytes();
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    return bytes.length;
  }

  /** One for all frames, so that what stays the same keeps its colour. */
  #palette() {
    const all = new Uint8Array(this.#frames.reduce((sum, { pixels }) => sum + pixels.length, 0));
    let offset = 0;
    for (const { pixels } of this.#frames) {
      all.set(pixels, offset);
      offset += pixels.length;
    }
    return gifenc.quantize(all, COLOURS);
  }
}

function withoutRepeats(
  indices: Uint8Array,
  before: Uint8Array | undefined,
  unchanged: number,
): Uint8Array {
  return before
    ? indices.map((colour, place) => (colour === before[place] ? unchanged : colour))
    : indices;
}
