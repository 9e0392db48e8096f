/** The starting ids and everything that `next` leads to from them. */
export function reached(start: readonly string[], next: (id: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>(start);
  const open = [...start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const further of next(id)) {
      if (!seen.has(further)) {
        seen.add(further);
        open.push(further);
      }
    }
  }
  return seen;
}
