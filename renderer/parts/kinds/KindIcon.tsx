import {
  type Icon,
  IconArmchair,
  IconBuildingBank,
  IconCalendarEvent,
  IconChecklist,
  IconClock,
  IconEyeOff,
  IconFile,
  IconFileText,
  IconGavel,
  IconListNumbers,
  IconMessage,
  IconMessageCheck,
  IconMicrophone,
  IconNote,
  IconNotes,
  IconQuote,
  IconRectangleFilled,
  IconSend,
  IconSpeakerphone,
  IconTopologyStar3,
  IconUser,
  IconUserQuestion,
  IconVocabulary,
} from '@tabler/icons-react';

const ICONS: Readonly<Record<string, Icon>> = {
  network: IconTopologyStar3,
  organisation: IconBuildingBank,
  person: IconUser,
  meeting: IconCalendarEvent,
  session: IconClock,
  agendaItem: IconListNumbers,
  participant: IconArmchair,
  cue: IconMicrophone,
  minutes: IconNotes,
  paper: IconFileText,
  portion: IconEyeOff,
  redaction: IconRectangleFilled,
  decision: IconGavel,
  action: IconChecklist,
  recommendation: IconSend,
  pseudonym: IconUserQuestion,
  annotation: IconNote,
  comment: IconMessage,
  adoption: IconGavel,
  answer: IconMessageCheck,
  publicLine: IconSpeakerphone,
  term: IconVocabulary,
  mention: IconQuote,
};

/** The sign of a kind of record. It says nothing that the words beside it do not say. */
export function KindIcon({ kind, size = 18 }: { readonly kind: string; readonly size?: number }) {
  const Sign = ICONS[kind] ?? IconFile;
  return <Sign size={size} stroke={1.6} aria-hidden />;
}
