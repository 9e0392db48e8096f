import { msg } from '@lingui/core/macro';
import { IconPrinter } from '@tabler/icons-react';
import type { Place } from '../application/places.ts';
import {
  AdoptionPrint,
  AgendaPrint,
  AnnotatedAgendaPrint,
  AnnotationsPrint,
  AttendancePrint,
  CouldOpenPrint,
  DossierPrint,
  ExplanationPrint,
  MinutesPrint,
  OutcomesPrint,
  PaperPrint,
  ParticipantsPrint,
  PlatesPrint,
  RunningOrderPrint,
  SupplementPrint,
  WordingPrint,
} from './PrintPage.tsx';

export const print: Place = {
  id: 'print',
  path: '/print',
  title: msg`Print`,
  icon: IconPrinter,
  group: 0,
  inRail: false,
  pages: [
    { path: 'agenda/:id', page: AgendaPrint },
    { path: 'runningOrder/:id', page: RunningOrderPrint },
    { path: 'annotatedAgenda/:id', page: AnnotatedAgendaPrint },
    { path: 'minutes/:id', page: MinutesPrint },
    { path: 'plates/:id', page: PlatesPrint },
    { path: 'outcomes/:id', page: OutcomesPrint },
    { path: 'attendance/:id', page: AttendancePrint },
    { path: 'participants/:id', page: ParticipantsPrint },
    { path: 'annotations/:id', page: AnnotationsPrint },
    { path: 'paper/:id', page: PaperPrint },
    { path: 'adoption/:id', page: AdoptionPrint },
    { path: 'dossier/:id', page: DossierPrint },
    { path: 'supplement/:id', page: SupplementPrint },
    { path: 'couldOpen/:id', page: CouldOpenPrint },
    { path: 'wording/:id', page: WordingPrint },
    { path: 'explanation', page: ExplanationPrint },
  ],
};
