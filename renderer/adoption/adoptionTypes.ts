import type { z } from 'zod';
import type { adoptionCalls } from '../../contract/adoption/calls.ts';

/** An adoption as the desk reads it. */
export type AdoptionData = z.output<typeof adoptionCalls.read.output>;
export type AdoptionMember = AdoptionData['members'][number];
