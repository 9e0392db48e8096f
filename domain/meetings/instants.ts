/** A moment, in milliseconds since 1970, as it is noted: in whole seconds, UTC. */
export function noted(moment: number): string {
  return new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z');
}
