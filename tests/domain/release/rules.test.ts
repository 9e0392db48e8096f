import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ALL_RULES, RULES } from '../../../domain/release/rules.ts';
import { ROOT } from '../../architecture/sourceTree.ts';
import { nameIn, readTable } from '../../helpers/readTable.ts';

it('stand in docs/handling.md, each once, with their sentence and a test that is there', () => {
  const rows = readTable('handling.md', 'Its rules');
  expect(rows.map(([rule, sentence]) => [nameIn(rule), sentence])).toEqual(Object.entries(RULES));
  expect([...ALL_RULES]).toEqual(Object.keys(RULES));
  for (const [rule, , file, title = ''] of rows) {
    const path = join(ROOT, nameIn(file));
    expect(existsSync(path), `${rule}: ${file}`).toBe(true);
    expect(readFileSync(path, 'utf8'), `${rule}: a test of this name in ${file}`).toContain(`it('${title}'`);
  }
});

it('are all switched off, one by one, in the test that shows that each is needed', () => {
  const test = readFileSync(join(ROOT, 'tests/domain/release/canaries.test.ts'), 'utf8');
  expect(test).toContain('const RULE_NAMES = [...ALL_RULES];');
  expect(test).toContain('it.each(RULE_NAMES)');
});
