/** Draws a chart in the printer's child: echarts makes the SVG, resvg the picture, in PT Sans and nothing of the system's (domain 11). */
import { Resvg } from "@resvg/resvg-js";
import { init, setPlatformAPI } from "echarts/dist/echarts.esm.min.mjs";
import { barsDrawing } from "./chart-bars.ts";
import { chartSpec } from "./chart-spec.ts";
import { stepsDrawing } from "./chart-steps.ts";
import { fontFamily } from "./chart-style.ts";
import { ptSans } from "./font-files.ts";
import { textWidth } from "./text-width.ts";

setPlatformAPI({
  measureText: (text, font) => ({
    width: textWidth(text, Number(/(\d+)px/.exec(font ?? "")?.[1] ?? 12)),
  }),
});

/** A PNG. Throws on what is no spec: it comes from our own code. */
export function chart(spec: unknown): Uint8Array {
  const parsed = chartSpec.parse(spec);
  const { width, height, option } = parsed.kind === "bars" ? barsDrawing(parsed) : stepsDrawing(parsed);
  const drawn = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    drawn.setOption({ animation: false, backgroundColor: "#ffffff", textStyle: { fontFamily }, ...option });
    return png(drawn.renderToSVGString());
  } finally {
    drawn.dispose();
  }
}

function png(svg: string): Uint8Array {
  const font = {
    fontFiles: [ptSans.normal, ptSans.bold],
    loadSystemFonts: false,
    defaultFontFamily: fontFamily,
  };
  return new Uint8Array(new Resvg(svg, { font }).render().asPng());
}
