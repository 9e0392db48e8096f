import { RecordForm } from '../parts/form/RecordForm.tsx';

/** Every field of a paper but its title, its text and its files, which have places of their own. */
const FIELDS = [
  'type',
  'status',
  'language',
  'number',
  'openNumber',
  'due',
  'meeting',
  'from',
  'annexOf',
  'purpose',
  'asks',
  'issue',
];

export function PaperDetails({ record, readOnly }: { readonly record: string; readonly readOnly: boolean }) {
  return <RecordForm record={record} fields={FIELDS} readOnly={readOnly} />;
}
