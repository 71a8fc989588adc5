// Makes the data files of pemilu-2024/ from the collected real data: node convert.mjs SOURCE_FOLDER
//
// Nothing is corrected on the way: rows, their order and every cell stay as collected. Only line ends become LF,
// and gzip carries neither name nor time, so the same source gives the same decoded bytes, whose SHA-256 is printed.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";

const FIGURES =
  "p1,p2,p3,sah,tidak_sah,total,dpt,dpt_l,dpt_p,pdpt,pdpt_l,pdpt_p," +
  "pdptb,pdptb_l,pdptb_p,pdpk,pdpk_l,pdpk_p,ptot,ptot_l,ptot_p,imgs";
const FILES = [
  { from: "areas-2024.csv.gz", to: "areas.csv.gz", header: "code,parent,level,name,stations" },
  { from: "tps-ppwp-2024.csv.gz", to: "forms/ppwp.csv.gz", header: `tps,ts,${FIGURES}` },
  { from: "tps-ppwp-2024-revisions.csv.gz", to: "forms/ppwp-revisions.csv.gz", header: `tps,seen,ts,${FIGURES}` },
];

const source = process.argv[2];
if (!source) {
  console.error("usage: node convert.mjs SOURCE_FOLDER");
  process.exit(2);
}
const target = join(dirname(fileURLToPath(import.meta.url)), "pemilu-2024");

for (const { from, to, header } of FILES) {
  const text = gunzipSync(readFileSync(join(source, from))).toString("utf8").replaceAll("\r\n", "\n");
  const found = text.slice(0, text.indexOf("\n"));
  if (found !== header) {
    console.error(`${from}: the header is ${found}, expected ${header}`);
    process.exit(1);
  }
  const bytes = Buffer.from(text, "utf8");
  const out = join(target, to);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, gzipSync(bytes, { level: 9 }));
  const rows = text.split("\n").length - 2;
  console.log(`${to}: ${rows} rows, sha256 of the decoded file ${createHash("sha256").update(bytes).digest("hex")}`);
}
