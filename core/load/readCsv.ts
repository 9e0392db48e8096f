import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { AmberdeskError } from '../../domain/errors.ts';
import type { Json, JsonObject } from '../../domain/records/json.ts';
import type { RecordKind } from '../../domain/records/kind.ts';
import { kindOf } from '../../domain/records/kinds.ts';
import { text } from '../../domain/records/text.ts';
import { listRecords } from '../records/listRecords.ts';
import type { Vault } from '../vault/vault.ts';
import type { GivenRecord } from './givenRecord.ts';
import { malformed, type Problem } from './malformed.ts';

const Rows = z.array(
  z.object({ record: z.record(z.string(), z.string()), info: z.looseObject({ lines: z.number() }) }),
);
const SEPARATOR = ';';

/**
 * The records of a CSV file (RFC 4180) whose first row names fields of the kind. Empty cells are left out; sets are
 * divided by semicolons; a cell that links names an organisation by its code, name or short name. Throws
 * `input.invalid` without a kind, `load.malformed` with lines.
 */
export function readCsv(vault: Vault, content: string, kindName: string | undefined): GivenRecord[] {
  const kind = kindName === undefined ? undefined : kindOf(kindName);
  if (kind === undefined) throw new AmberdeskError('input.invalid', { kind: kindName ?? null });
  const names = organisationsByName(vault);
  const problems: Problem[] = [];
  const given = parseRows(content).map(({ record, info }) => {
    const body: JsonObject = {};
    for (const [column, cell] of Object.entries(record)) {
      if (cell.trim() === '') continue;
      const read = readCell(kind, column, cell.trim(), names);
      if ('sentence' in read) problems.push({ line: info.lines, sentence: read.sentence });
      else body[column] = read.value;
    }
    return { line: info.lines, kind: kind.name, body };
  });
  if (problems.length > 0) throw malformed(problems);
  return given;
}

type Cell = { readonly value: Json } | { readonly sentence: string };

function readCell(kind: RecordKind, column: string, cell: string, names: ReadonlyMap<string, string>): Cell {
  const rule = Object.hasOwn(kind.fields, column) ? kind.fields[column] : undefined;
  if (rule === undefined) return { sentence: `A ${kind.name} has no field “${column}”.` };
  const named = (name: string): string => (rule.link ? names.get(name.toLowerCase()) : undefined) ?? name;
  if (rule.merge === 'set') {
    const parts = cell.split(SEPARATOR).map((part) => part.trim());
    return { value: parts.filter((part) => part !== '').map(named) };
  }
  const candidates: Json[] = [named(cell), cell === 'true', Number(cell)];
  const fits = (value: Json) => rule.schema.safeParse(value).success && (rule.link || String(value) === cell);
  return { value: candidates.find(fits) ?? cell };
}

function organisationsByName(vault: Vault): Map<string, string> {
  return new Map(
    listRecords(vault, { kind: 'organisation' }).flatMap(({ id, body }) =>
      [text(body.code), text(body.name), text(body.shortName)]
        .filter((name) => name !== '')
        .map((name) => [name.toLowerCase(), String(id)] as const),
    ),
  );
}

function parseRows(content: string): z.infer<typeof Rows> {
  try {
    return Rows.parse(parse(content, { columns: true, info: true, skip_empty_lines: true, trim: true }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 0;
    throw malformed(
      [{ line, sentence: 'This row does not fit the table: too many or too few cells, or a quote that does not end.' }],
      error,
    );
  }
}
