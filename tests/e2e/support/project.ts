import type { FullProject } from '@playwright/test';
import { z } from 'zod';
import { language } from '../../../src/shared/contract/base.ts';

const project = z.object({ host: z.enum(['preview', 'electron']), language });
export type Project = z.infer<typeof project>;
export type HostName = Project['host'];

/** The host and the language of a run, as `playwright.config.ts` gives them. */
export const projectOf = (info: { project: FullProject }): Project => project.parse(info.project.metadata);
