/** A number as people type it in English or French, with spaces or not: `1 234`, `12.5`, `12,5`. Undefined for none. */
export function readNumber(typed: string): number | undefined {
  const digits = typed.replace(/[\s\u00a0\u202f]/g, '').replace(/^([+-]?\d+),(\d+)$/, '$1.$2');
  return /^[+-]?\d+(\.\d+)?$/.test(digits) ? Number(digits) : undefined;
}
