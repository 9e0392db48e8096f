import { NOTICE_LIMITS } from '../../../domain/exchange/manifest.ts';
import type { Label } from '../../../domain/handling/handling.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { useRead } from '../../application/queries.ts';
import { useLanguage } from '../../language/useLanguage.ts';

/** The words that remind somebody of papers, as the gate gave them for whom they are; undefined until then. */
export function useReminderOf(
  papers: readonly string[],
  audience: Audience | undefined,
): { readonly label: Label; readonly says: string } | undefined {
  const language = useLanguage();
  const records = papers.flatMap((id) => RecordId.safeParse(id).data ?? []);
  const order = { records, reminder: true, audience: audience ?? { kind: 'self' as const }, language };
  const { data } = useRead('documents', 'asText', order, { enabled: audience !== undefined && records.length > 0 });
  if (data === undefined) return undefined;
  // Its first line is its mark, which a notice has beside its words.
  const [, ...lines] = data.text.split('\n');
  return { label: data.label, says: wholeLines(lines) };
}

/** As many whole lines as a notice takes. */
function wholeLines(lines: readonly string[]): string {
  let says = '';
  for (const line of lines) {
    const next = says === '' ? line : `${says}\n${line}`;
    if (next.length > NOTICE_LIMITS.says - 2) return `${says}\n…`;
    says = next;
  }
  return says;
}
