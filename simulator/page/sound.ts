import type { Pulse } from "../host/motor.ts";

const HERTZ = 165;
const LOUDEST = 0.25;

let audio: AudioContext | null = null;

/** Plays a vibration as the hum of a motor. Browsers allow it after the first click on the page. */
export function hum(pulses: readonly Pulse[]): void {
  audio ??= new AudioContext();
  const tone = new OscillatorNode(audio, { frequency: HERTZ, type: "triangle" });
  const volume = new GainNode(audio, { gain: 0 });
  let at = audio.currentTime + 0.01;
  for (const { ms, strength } of pulses) {
    volume.gain.setValueAtTime((LOUDEST * strength) / 3, at);
    at += ms / 1_000;
    volume.gain.setValueAtTime(0, at);
  }
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(at);
}
