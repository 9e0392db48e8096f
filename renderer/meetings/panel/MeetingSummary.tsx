import { useLingui } from '@lingui/react/macro';
import { formatWeekday } from '../../language/dates.ts';
import { useLanguage } from '../../language/useLanguage.ts';
import type { Plan } from '../plan/planTypes.ts';
import { useLengthWords } from '../plan/useLengthWords.ts';
import { Facts } from './Facts.tsx';

/** How much is planned for each day. */
export function MeetingSummary({ plan }: { readonly plan: Plan }) {
  const { t } = useLingui();
  const language = useLanguage();
  const lengthWords = useLengthWords();
  const items = plan.sessions.flatMap(({ day, items: inside }) => inside.map((item) => ({ ...item, day })));
  const planned = (day: number) =>
    items.filter((item) => item.day === day && item.type === 'item').reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <Facts
      facts={[
        ...plan.days.map(({ day, date }) => [formatWeekday(date, language), lengthWords(planned(day))] as const),
        [t`Items`, String(items.filter(({ type }) => type === 'item').length)],
        [t`In the tray`, plan.tray.length === 0 ? undefined : String(plan.tray.length)],
      ]}
    />
  );
}
