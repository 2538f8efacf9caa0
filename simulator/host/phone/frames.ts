import { BufferApi, type ByteBuffer } from "../buffer.ts";

/** Header of every frame between watch and phone: flag, version, type, two ports, app id, extra. */
const HEADER_BYTES = 16;
const VERSION = 1;

export const FRAME = { SHAKE: 1, CLOSE: 2, DATA: 4 } as const;

export type Frame = { type: number; devicePort: number; sidePort: number; appId: number; payload: Uint8Array };

const MESSAGE = { REQUEST: 1, RESPONSE: 2 } as const;
const LAST_CHUNK = 1;

/** What a data frame's payload is, as far as the phone needs to know; null for calls and for chunks before the last. */
export function messageOf(payload: Uint8Array): { traceId: number; isRequest: boolean } | null {
  const buffer = BufferApi.from(payload);
  const [type, chunk] = [buffer.readUInt8(24), buffer.readUInt8(25)];
  if (chunk !== LAST_CHUNK || (type !== MESSAGE.REQUEST && type !== MESSAGE.RESPONSE)) return null;
  return { traceId: buffer.readUInt32LE(0), isRequest: type === MESSAGE.REQUEST };
}

/** Reads what the watch's messaging library sends (zml 0.0.43, `buildBin`). */
export function readFrame(bytes: Uint8Array): Frame {
  const buffer = BufferApi.from(bytes);
  return {
    type: buffer.readUInt16LE(2),
    devicePort: buffer.readUInt16LE(4),
    sidePort: buffer.readUInt16LE(6),
    appId: buffer.readUInt32LE(8),
    payload: buffer.subarray(HEADER_BYTES),
  };
}

export function writeFrame({ type, devicePort, sidePort, appId, payload }: Frame): ByteBuffer {
  const buffer = BufferApi.alloc(HEADER_BYTES + payload.length);
  buffer.writeUInt8(1, 0);
  buffer.writeUInt8(VERSION, 1);
  buffer.writeUInt16LE(type, 2);
  buffer.writeUInt16LE(devicePort, 4);
  buffer.writeUInt16LE(sidePort, 6);
  buffer.writeUInt32LE(appId, 8);
  buffer.set(payload, HEADER_BYTES);
  return buffer;
}
