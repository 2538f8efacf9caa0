import { deflateSync } from "node:zlib";

const SIZE = 248;
const BACKGROUND = [16, 42, 58];
const SPINE = [244, 247, 249];
const STRIDE = [230, 159, 0];

/** Seven vertebrae on a gentle S; the lowest one is the one the product is about. */
const VERTEBRAE = Array.from({ length: 7 }, (_, index) => ({
  x: 124 + 26 * Math.sin((index / 6) * Math.PI * 1.6 + 0.4),
  y: 46 + index * 26,
  radius: 11 + index * 1.2,
  colour: index === 6 ? STRIDE : SPINE,
}));

function colourAt(x, y) {
  if (Math.hypot(x - 124, y - 124) > 123) return null;
  const hit = VERTEBRAE.find((part) => Math.hypot(x - part.x, y - part.y) <= part.radius);
  return hit === undefined ? BACKGROUND : hit.colour;
}

/** Mean of 3 × 3 samples, so that the edges are smooth. */
function pixelAt(column, row) {
  const sum = [0, 0, 0];
  let inside = 0;
  for (let sample = 0; sample < 9; sample += 1) {
    const colour = colourAt(column + ((sample % 3) + 0.5) / 3, row + (Math.floor(sample / 3) + 0.5) / 3);
    if (colour === null) continue;
    inside += 1;
    for (let channel = 0; channel < 3; channel += 1) sum[channel] += colour[channel];
  }
  return inside === 0
    ? [0, 0, 0, 0]
    : [...sum.map((total) => Math.round(total / inside)), Math.round((inside / 9) * 255)];
}

const CRC_TABLE = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (CRC_TABLE[(crc ^ byte) & 255] ^ (crc >>> 8)) >>> 0;
  const head = Buffer.alloc(4);
  const tail = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  tail.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return Buffer.concat([head, body, tail]);
}

/** The launcher icon: a 248 × 248 RGBA PNG, which zpm scales and converts for each watch. */
export function iconPng() {
  const rows = [];
  for (let row = 0; row < SIZE; row += 1) {
    const line = Buffer.alloc(1 + SIZE * 4);
    for (let column = 0; column < SIZE; column += 1) line.set(pixelAt(column, row), 1 + column * 4);
    rows.push(line);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
