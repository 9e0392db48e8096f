import { useLingui } from '@lingui/react/macro';
import { IconPaperclip } from '@tabler/icons-react';
import { own } from '../../../../domain/records/own.ts';
import { count, text } from '../../../../domain/records/text.ts';
import { useLanguage } from '../../../language/useLanguage.ts';
import classes from '../form.module.css';
import { entriesOf, entryId } from '../listEntries.ts';
import type { EditorProps } from './EditorProps.ts';

/** The files of a record, in their order. */
export function AttachmentsShown({ labelId, value }: EditorProps) {
  const { t } = useLingui();
  const language = useLanguage();
  const entries = entriesOf(value);
  if (entries.length === 0) return <p className={classes.shown}>{t`No attachments`}</p>;
  return (
    <ul className={classes.attachments} aria-labelledby={labelId}>
      {entries.map((entry) => (
        <li key={entryId(entry)}>
          <IconPaperclip size={16} stroke={1.6} aria-hidden />
          <span className={classes.fileName}>{text(own(entry, 'name'))}</span>
          <span className={classes.quiet}>{sizeWords(count(own(entry, 'size')), language)}</span>
        </li>
      ))}
    </ul>
  );
}

function sizeWords(bytes: number, language: 'en' | 'fr'): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  return (bytes / 1000 ** power).toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  });
}
