import type { Command } from 'commander';
import { createOutput } from '../output.ts';

/** `demo`: the main job on the exercise, explained line by line. */
export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .description('plan, seal, open, answer, merge and print a meeting of the exercise')
    .option('--out <folder>', 'where the files are made', 'out/demo')
    .option('--papers <folder>', 'take Markdown and plain-text documents of this folder through the same way')
    .addHelpText('after', '\nExamples:\n  $ npm run demo\n  $ npm run demo -- --papers ~/Documents/papers')
    .action(async (options: { out: string; papers?: string }, command: Command) => {
      const { runDemo } = await import('../demo/runDemo.ts');
      const { json } = command.optsWithGlobals<{ json: boolean }>();
      const output = createOutput(json);
      output.result(await runDemo(options.out, options.papers, output.say));
    });
}
