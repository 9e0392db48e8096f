import { useRead } from '../../../application/queries.ts';
import { useLanguage } from '../../../language/useLanguage.ts';
import { saidOf } from '../../editor/references/useReferences.ts';

interface ReferenceShownProps {
  readonly record: string;
  readonly block: string;
}

/** A cross-reference to be read, as its place stands now. */
export function ReferenceShown({ record, block }: ReferenceShownProps) {
  const language = useLanguage();
  const { data } = useRead('papers', 'referred', { targets: [{ record, block }] });
  const [referred] = data ?? [];
  return <u>{referred === undefined ? '\u2026' : saidOf(referred, '', language).words}</u>;
}
