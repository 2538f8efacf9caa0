import { useEffect, useRef } from "preact/hooks";
import { decodeTga } from "../host/tga.ts";
import type { WidgetProps } from "../host/widgets.ts";
import { PACKAGE_URL } from "./platform.ts";

/** An image of the package. The build turns every `.png` into TGA data under the same name, hence the canvas. */
export function Image({ props, base }: { props: WidgetProps; base: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const src = String(props.src).replace(/^assets:\/\//, "");
  useEffect(() => void draw(canvas.current, new URL(`${base}device/assets/${src}`, PACKAGE_URL)), [src, base]);
  const px = (name: string) => (typeof props[name] === "number" ? `${props[name]}px` : undefined);
  return (
    <canvas
      ref={canvas}
      class="w"
      style={{
        left: px("x"),
        top: px("y"),
        width: px("w"),
        height: px("h"),
        opacity: Number(props.alpha ?? 255) / 255,
        transform: `rotate(${Number(props.angle ?? 0)}deg)`,
      }}
    />
  );
}

async function draw(canvas: HTMLCanvasElement | null, url: URL): Promise<void> {
  const response = await fetch(url);
  if (canvas === null || !response.ok) return;
  const { width, height, rgba } = decodeTga(new Uint8Array(await response.arrayBuffer()));
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.putImageData(new ImageData(rgba, width, height), 0, 0);
}
