import { Plural, useLingui } from '@lingui/react/macro';
import {
  IconAlertOctagon,
  IconAlertTriangle,
  IconCalendarX,
  IconClockExclamation,
  IconFileCheck,
  IconGavel,
  IconMessage,
  IconMicrophone,
  IconPencil,
  IconRubberStamp,
} from '@tabler/icons-react';
import { valueName } from '../../domain/records/valueNames.ts';
import { addressOf, planAddress } from '../application/addresses.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { TwoZones } from '../parts/dates/TwoZones.tsx';
import { useRecordName } from '../parts/picker/recordName.ts';
import classes from './desk.module.css';
import type { Line } from './Lines.tsx';
import type { DeskMeeting, DeskNeed, DeskPaper } from './useDesk.ts';

const SIGN = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

/** What needs somebody, as lines. */
export function useNeedLines(meeting: DeskMeeting | undefined): (need: DeskNeed) => Line {
  const { t } = useLingui();
  const nameOf = useRecordName();
  const paperLine = usePaperLine();
  return (need) => {
    switch (need.what) {
      case 'write':
        return paperLine(need.paper);
      case 'answer':
        return {
          ...paperLine(need.paper),
          key: `answer ${need.paper.record}`,
          icon: <IconMessage {...SIGN} />,
          words: t`Comments on ${nameOf(need.paper)}`,
          by: undefined,
          state: <Plural value={need.comments} one="# open" other="# open" />,
        };
      case 'lead':
        return {
          key: need.item.record,
          icon: <IconMicrophone {...SIGN} />,
          words: t`Lead the item: ${nameOf(need.item)}`,
          address:
            meeting === undefined
              ? addressOf('agendaItem', need.item.record)
              : planAddress(meeting.record, need.item.record),
          for: t`The meeting`,
          by: need.by,
          state: t`at ${need.at}`,
        };
      case 'clear':
        return {
          ...paperLine(need.paper),
          key: `clear ${need.paper.record}`,
          icon: <IconFileCheck {...SIGN} />,
          words: t`Clear ${nameOf(need.paper)}`,
          by: undefined,
          state: need.paper.from.length === 0 ? t`handed in` : t`handed in by ${need.paper.from.join(', ')}`,
        };
      case 'step':
        return {
          ...paperLine(need.paper),
          key: `step ${need.paper.record}`,
          icon: <IconRubberStamp {...SIGN} />,
          words: t`Clear ${nameOf(need.paper)}`,
          address: `${addressOf('paper', need.paper.record)}?tab=life`,
          by: need.until,
          state: need.looksAt === '' ? t`your step of its clearance` : t`your step: ${need.looksAt}`,
        };
      case 'refusal':
        return {
          key: `refusal ${need.sentence}`,
          icon: <IconAlertOctagon {...SIGN} />,
          words: need.sentence,
          address: meeting === undefined ? '/meetings' : planAddress(meeting.record, need.records[0] ?? meeting.record),
          for: t`The agenda`,
          state: t`stands against issuing it`,
        };
      case 'adoption':
        return {
          key: `adoption ${need.does} ${need.adoption.record}`,
          icon: <IconGavel {...SIGN} />,
          words:
            need.does === 'answer'
              ? t`Answer: ${nameOf(need.adoption)}`
              : t`Record the result: ${nameOf(need.adoption)}`,
          address: addressOf('adoption', need.adoption.record),
          for: t`An adoption`,
          by: need.deadline === undefined ? undefined : dayAt(need.deadline, need.zone),
          state:
            need.deadline === undefined ? undefined : (
              <TwoZones at={need.deadline} zone={need.zone || 'UTC'} otherZone={Temporal.Now.timeZoneId()} />
            ),
        };
      case 'expired':
        return {
          key: `expired ${need.record.record}`,
          icon: <IconCalendarX {...SIGN} />,
          words: nameOf(need.record),
          address: addressOf(need.record.kind, need.record.record),
          for: need.from === '' ? undefined : t`from ${need.from}`,
          by: need.day,
          state: t`its last day has passed`,
        };
      default:
        return {
          key: `conflict ${need.record.record}`,
          icon: <IconAlertTriangle {...SIGN} />,
          words: nameOf(need.record),
          address: addressOf(need.record.kind, need.record.record),
          state: t`two versions disagree`,
        };
    }
  };
}

/** The calendar date of a moment at a place. */
function dayAt(moment: string, zone: string): string {
  return Temporal.Instant.from(moment)
    .toZonedDateTimeISO(zone || 'UTC')
    .toPlainDate()
    .toString();
}

/** A paper that is not in, as a line. */
export function usePaperLine(): (paper: DeskPaper) => Line {
  const nameOf = useRecordName();
  const language = useLanguage();
  return (paper) => ({
    key: paper.record,
    icon: <IconPencil {...SIGN} />,
    words: nameOf(paper),
    address: addressOf('paper', paper.record),
    for: paper.item === undefined ? undefined : nameOf(paper.item),
    by: paper.due,
    state:
      paper.late > 0 ? (
        <Late days={paper.late} />
      ) : (
        paper.status && valueName('paper', 'status', paper.status, language)
      ),
  });
}

function Late({ days }: { readonly days: number }) {
  return (
    <span className={classes.late}>
      <IconClockExclamation size={16} stroke={1.6} aria-hidden />
      <span>
        <Plural value={days} one="# day late" other="# days late" />
      </span>
    </span>
  );
}
