import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { AmberdeskError } from '../../domain/errors.ts';

/** `bench`: the named measures, each as a ratio against a named peer in the same run. */
export function addBenchCommand(program: Command): void {
  program
    .command('bench [names...]')
    .description(
      'measure against named peers: seal-1gib, open-1gib, pdf-300-pages, audit-300-pages, search-50k, import-10k, preview-10k, apply-10k, delta-one-change, release-60-papers, dossier-60-papers, dossier-one-change, start-50k, register-50k, type-latency, open-paper; all without a name',
    )
    .option('--out <file>', 'where the results are written', 'out/bench.json')
    .addHelpText('after', '\nExample:\n  $ amberdesk bench search-50k import-10k')
    .action(async (names: string[], options: { out: string }) => {
      const { BENCHES } = await import('../../core/bench/index.ts');
      const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
      if (unknown.length > 0) throw new AmberdeskError('input.invalid', unknown);
      const results = [];
      const chosen = names.length > 0 ? names : Object.keys(BENCHES);
      console.log(row('measure', 'ours', 'peer', 'ratio'));
      for (const name of chosen) {
        const bench = BENCHES[name];
        if (bench === undefined) continue;
        const result = await bench();
        results.push(result);
        const ours = `${result.value.toFixed(1)} ${result.unit}`;
        console.log(
          row(name, ours, `${result.peerValue.toFixed(1)} ${result.unit} ${result.peer}`, result.ratio.toFixed(2)),
        );
        for (const [what, value] of Object.entries(result.apart ?? {})) {
          console.log(row('', `${value.toFixed(1)} ${result.unit}`, `${what}, counted apart`, ''));
        }
      }
      const file = resolve(options.out);
      mkdirSync(resolve(file, '..'), { recursive: true });
      writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
      console.log(`Written to ${options.out}.`);
    });
}

function row(name: string, ours: string, peer: string, ratio: string): string {
  return `${name.padEnd(16)} ${ours.padEnd(16)} ${peer.padEnd(44)} ${ratio}`;
}
