import type { i18n } from 'i18next';
import type { Language } from '../contract/base.ts';
import { en } from './en/index.ts';
import { nl } from './nl/index.ts';
import { textsIn } from './options.ts';

/** All texts in one language; one instance for each process. */
export const createI18n = (language: Language): i18n => textsIn(language, { nl, en });
