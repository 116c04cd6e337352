// What overpressure does to glass and buildings, in bands that people are told.

/**
 * From mild to total, kPa of side-on overpressure (Clancey 1972, as CCPS tabulates; 1.03, 6.9, 13.8, 34.5, 68.9
 * read).
 */
const BLAST_BANDS = [
  { fromKpa: 0, id: "none", zh: "无明显破坏", en: "no damage to speak of" },
  { fromKpa: 1.03, id: "glass", zh: "典型玻璃破碎压力", en: "typical pressure for glass to break" },
  { fromKpa: 6.9, id: "unusable", zh: "房屋部分损毁，不能居住", en: "houses partly demolished, not to be lived in" },
  { fromKpa: 13.8, id: "walls", zh: "墙体和屋顶部分倒塌", en: "walls and roofs partly collapse" },
  { fromKpa: 34.5, id: "houses", zh: "房屋几乎全部损毁，木杆折断", en: "houses nearly destroyed, wooden poles snap" },
  { fromKpa: 68.9, id: "total", zh: "建筑物很可能全毁", en: "buildings probably destroyed altogether" },
] as const;
type BlastBand = (typeof BLAST_BANDS)[number];

export const blastBand = (overpressurePa: number): BlastBand =>
  BLAST_BANDS.findLast(({ fromKpa }) => overpressurePa >= fromKpa * 1000) ?? BLAST_BANDS[0];
