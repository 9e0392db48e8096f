/** `npm run fuzz -- [--seconds N] [--cases N] [--seed S] [--case N] [--each] [--report FILE]`. */
import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fuzz } from './fuzz.ts';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string' },
    cases: { type: 'string' },
    seed: { type: 'string' },
    case: { type: 'string' },
    each: { type: 'boolean' },
    report: { type: 'string' },
  },
});
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const seed = values.seed ?? String(randomInt(2 ** 31));
const until = Date.now() + Number(values.seconds ?? 60) * 1000;
const cases = Number(values.case === undefined ? (values.cases ?? Number.POSITIVE_INFINITY) : 1);
const timed = values.cases === undefined && values.case === undefined;
say(`Seed ${seed}.`);
const report = await fuzz({
  seed,
  first: Number(values.case ?? 0),
  goesOn: (tried) => tried < cases && (!timed || Date.now() < until),
  ...(values.each || values.case !== undefined ? { tell: say } : {}),
});
const { tried, faults, memory } = report;
if (values.report !== undefined) writeFileSync(values.report, JSON.stringify({ seed, tried, faults, memory }));
for (const [outcome, count] of [...report.outcomes].sort()) say(`${String(count).padStart(6)}  ${outcome}`);
say(`${report.tried} cases, ${report.faults.length} faults, at most ${report.memory} MiB.`);
for (const fault of report.faults) say(`\n${fault}`);
process.exitCode = report.faults.length === 0 ? 0 : 1;
