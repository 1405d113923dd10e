import type { CallerTables } from './schema/callerTables.ts';
import type { DistressTables } from './schema/distressTables.ts';
import type { IncidentTables } from './schema/incidentTables.ts';
import type { PracticeTables } from './schema/practiceTables.ts';
import type { PrivacyTables } from './schema/privacyTables.ts';

/** Every table. Instants are whole milliseconds since 1970 UTC; days are `2026-11-21`; ids count up. */
export interface Schema extends CallerTables, IncidentTables, DistressTables, PracticeTables, PrivacyTables {}
