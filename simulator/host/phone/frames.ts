import { BufferApi, type ByteBuffer } from "../buffer.ts";

/** Header of every frame between watch and phone: flag, version, type, two ports, app id, extra. */
const HEADER_BYTES = 16;
const VERSION = 1;

export const FRAME = { SHAKE: 1, CLOSE: 2, DATA: 4 } as const;

export type Frame = { type: number; devicePort: number; sidePort: number; appId: number; payload: Uint8Array };

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
