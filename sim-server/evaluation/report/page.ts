// The page every report shares: A4, our type and colours, head and foot, tables and headings; PDF by pdfmake.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as pdfmake from "pdfmake";
import type { Content, TableCell, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { Language } from "../told-fact.ts";

export type Cells = readonly (readonly TableCell[])[];

export const INK = "#0f1b24";
export const QUIET = "#566773";
export const LINE = "#ddd6c8";
export const SAND = "#d9c8a5";
export const SIGNAL = "#f0702a";
export const WATER = "#1d6ba8";
export const SAFE = "#1f7a51";
export const DANGER = "#b52a2a";
/** The name the type goes by inside PDFs and charts. */
export const TYPE = "NotoSansSC";
/** Width between the margins of A4, points. */
export const WIDTH_PT = 487;

const MARGINS_PT: [number, number, number, number] = [54, 62, 54, 56];

type Maker = Pick<typeof pdfmake, "createPdf" | "setFonts" | "setUrlAccessPolicy" | "setLocalAccessPolicy">;
let maker: Maker | undefined;

/** The library with our fonts, allowed nothing but to read them. */
function pdf(): Maker {
  if (maker) return maker;
  const made = ("default" in pdfmake ? pdfmake.default : pdfmake) as Maker;
  const fonts = dirname(createRequire(import.meta.url).resolve("@expo-google-fonts/noto-sans-sc/package.json"));
  const normal = join(fonts, "400Regular/NotoSansSC_400Regular.ttf");
  const bold = join(fonts, "700Bold/NotoSansSC_700Bold.ttf");
  made.setFonts({ [TYPE]: { normal, bold, italics: normal, bolditalics: bold } });
  made.setUrlAccessPolicy(() => false);
  made.setLocalAccessPolicy((path) => path === normal || path === bold);
  maker = made;
  return made;
}

export type Sheet = {
  readonly title: string;
  readonly subject: string;
  readonly footer: string;
  readonly content: Content[];
};

export async function printed({ title, subject, footer, content }: Sheet, language: Language): Promise<Uint8Array> {
  const definition: TDocumentDefinitions = {
    pageSize: "A4",
    pageMargins: MARGINS_PT,
    info: { title, subject, creator: "Sandtable", producer: "Sandtable" },
    language: language === "zh" ? "zh-CN" : "en",
    defaultStyle: { font: TYPE, fontSize: 9.5, lineHeight: 1.25, color: INK },
    header: (page) => (page === 1 ? null : { text: title, style: "head" }),
    footer: (page, pages) => ({
      columns: [
        { text: footer, style: "foot" },
        { text: `${page} / ${pages}`, alignment: "right", style: "foot", width: 60 },
      ],
      margin: [54, 16, 54, 0],
    }),
    styles: {
      title: { fontSize: 20, bold: true, margin: [0, 0, 0, 4] },
      subtitle: { fontSize: 11, color: QUIET, margin: [0, 0, 0, 12] },
      h1: { fontSize: 13, bold: true, margin: [0, 14, 0, 5] },
      h2: { fontSize: 10.5, bold: true, margin: [0, 8, 0, 3] },
      th: { bold: true, fontSize: 9, fillColor: "#efeadf" },
      quiet: { color: QUIET, fontSize: 8.5 },
      head: { color: QUIET, fontSize: 8.5, margin: [54, 28, 54, 0] },
      foot: { color: QUIET, fontSize: 8.5 },
    },
    content: [BAND, ...content],
    // A heading never stands alone at the foot of a page.
    pageBreakBefore: (node, nodes) => node.headlineLevel !== undefined && nodes.getFollowingNodesOnPage().length === 0,
  };
  return new Uint8Array(await pdf().createPdf(definition).getBuffer());
}

/** The house's colours over the first page. */
const BAND: Content = {
  canvas: [
    { type: "rect", x: 0, y: 0, w: WIDTH_PT, h: 5, color: INK },
    { type: "rect", x: 0, y: 0, w: 64, h: 5, color: SIGNAL },
  ],
  margin: [0, 0, 0, 16],
};

/** A table with a head that stands again on every page. */
export function table(widths: readonly (number | "*" | "auto")[], head: readonly string[], rows: Cells): Content {
  const body: TableCell[][] = [
    ...(head.length === 0 ? [] : [head.map((text): TableCell => ({ text, style: "th" }))]),
    ...rows.map((row) => [...row]),
  ];
  return {
    table: { headerRows: head.length === 0 ? 0 : 1, dontBreakRows: true, widths: [...widths], body },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0,
      hLineColor: () => LINE,
      paddingLeft: () => 4,
      paddingRight: () => 4,
      paddingTop: () => 3,
      paddingBottom: () => 3,
    },
    margin: [0, 0, 0, 6],
  };
}

/** Name and value in two columns, as the first lines of a report. */
export const facts = (rows: readonly (readonly [string, string])[]): Content =>
  table(
    [86, "*"],
    [],
    rows.map(([name, value]) => [{ text: name, style: "quiet" }, value === "" ? "—" : value]),
  );

export const heading = (text: string): Content => ({ text, style: "h1", headlineLevel: 1 });
export const list = (lines: readonly string[], none: string): Content =>
  lines.length === 0 ? { text: none, style: "quiet" } : { ul: [...lines], margin: [0, 0, 0, 4] };
export const percent = (share: number): string => `${Math.round(share * 100)}%`;
