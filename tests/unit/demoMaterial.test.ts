import { expect, test } from 'vitest';
import { demoMaterial } from '../../src/main/core/demo/material.ts';

const kinds = /^(kind|role|document|item|finding|handedOverTo|severity|cause|behaviours|outcomes|takenOverAt)$/;

/** Everything that is not said in a language: kinds, days, figures, and how many there are of each. */
function bonesOf(material: unknown, name = ''): unknown {
  if (typeof material === 'string') return kinds.test(name) ? material : material !== '';
  if (Array.isArray(material)) return material.map((one) => bonesOf(one, name));
  if (typeof material !== 'object' || material === null) return material;
  return Object.fromEntries(Object.entries(material).map(([key, inner]) => [key, bonesOf(inner, key)]));
}

test('the invented practice is the same in both languages but for its words', () => {
  const { en, nl } = demoMaterial;
  expect(bonesOf(en)).toEqual(bonesOf(nl));
  expect(en.procedures.map(({ title }) => title)).not.toEqual(nl.procedures.map(({ title }) => title));
});
