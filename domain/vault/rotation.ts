const DAY = 24 * 60 * 60 * 1000;
const OF_TODAY = 3;
const AT_MOST = 10;

/**
 * Which backups stay: the newest three of today, the newest of each other day, ten at most, the newest first.
 * `times` and `now` are milliseconds since 1970; days are counted in UTC. The newest of all always stays.
 */
export function retainedBackups(times: readonly number[], now: number): number[] {
  const today = Math.floor(now / DAY);
  const kept = new Map<number, number>();
  const newestFirst = [...new Set(times)].sort((one, other) => other - one);
  return newestFirst
    .filter((time) => {
      const day = Math.floor(time / DAY);
      const count = (kept.get(day) ?? 0) + 1;
      kept.set(day, count);
      return count <= (day === today ? OF_TODAY : 1);
    })
    .slice(0, AT_MOST);
}
