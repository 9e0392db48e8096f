import { useLingui } from '@lingui/react/macro';
import { kindName } from '../kinds/kindNames.ts';

/** What to call a record: its title, or that it has none. */
export function useRecordName(): (record: { readonly kind: string; readonly title: string } | undefined) => string {
  const { t, i18n } = useLingui();
  return (record) => {
    if (record === undefined) return t`A record that is not here`;
    const kind = i18n._(kindName(record.kind));
    return record.title === '' ? t`${kind} without a title` : record.title;
  };
}
