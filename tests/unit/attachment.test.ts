import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allowedAs,
  defaultAttachmentsRule,
  MEGABYTE,
  removalRightOf,
  sizeProblem,
} from '../../src/main/core/rules/attachment.ts';
import { readPlainMail } from '../../src/main/core/rules/plainMail.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const now = Date.parse('2026-11-21T13:00:00Z');
const zone = 'Europe/Amsterdam';

describe('what can be attached', () => {
  test('is told by the content and not by the name', () => {
    expect(allowedAs('image/png', bytes(''), 'brief.exe')).toMatchObject({ kind: 'picture', extension: 'png' });
    for (const told of ['application/x-msdownload', 'application/zip', 'text/html', 'application/xml', 'video/mp4']) {
      expect(allowedAs(told, bytes(''), 'foto.png')).toBeNull();
    }
    expect(allowedAs('application/x-cfb', bytes(''), 'oud.doc')).toBeNull();
    expect(allowedAs('application/x-cfb', bytes(''), 'Bericht.MSG')).toMatchObject({ kind: 'mail' });
  });

  test('of text only what begins as a mail', () => {
    const mail = 'Received: from there\n by here\nFrom: Wol <wol@example.org>\nSubject: Boos\n\nTekst';
    expect(allowedAs(null, bytes(mail), 'mail.eml')).toMatchObject({ type: 'message/rfc822' });
    for (const text of ['<html><body>From: x\n\n', 'From: x', 'Zomaar tekst\n\nFrom: x\nTo: y\n', '']) {
      expect(allowedAs(null, bytes(text), 'mail.eml')).toBeNull();
    }
  });

  test('fits up to the last byte, alone and with the others', () => {
    const rule = defaultAttachmentsRule;
    expect(sizeProblem(10 * MEGABYTE, 0, rule)).toBeNull();
    expect(sizeProblem(10 * MEGABYTE + 1, 0, rule)).toBe('TOO_LARGE');
    expect(sizeProblem(10 * MEGABYTE, 30 * MEGABYTE, rule)).toBeNull();
    expect(sizeProblem(1, 40 * MEGABYTE, rule)).toBe('INCIDENT_FULL');
  });

  test('is taken away by who added it until the day ends, by a manager with a reason, by nobody else', () => {
    const added = { addedAt: now, addedByYou: true, isManager: false };
    expect(removalRightOf(added, Date.parse('2026-11-21T22:59:59Z'), zone)).toBe('freely');
    expect(removalRightOf(added, Date.parse('2026-11-21T23:00:00Z'), zone)).toBe('no');
    fc.assert(
      fc.property(fc.boolean(), fc.integer({ min: 0, max: 90 * 86_400_000 }), (addedByYou, later) => {
        const ofManager = removalRightOf({ addedAt: now, addedByYou, isManager: true }, now + later, zone);
        expect(ofManager === 'withReason' || (addedByYou && ofManager === 'freely')).toBe(true);
        if (!addedByYou) expect(removalRightOf({ ...added, addedByYou }, now + later, zone)).toBe('no');
      }),
    );
  });
});

describe('a mail as plain text', () => {
  test('has its words, whatever it was written in', () => {
    const mail = [
      'From: =?utf-8?Q?Caf=C3=A9_Regenkamp?= <cafe@example.org>',
      'Subject: =?utf-8?B?V2FhciBibGlqZnQgaGV0Pw==?=',
      'Content-Type: multipart/alternative; boundary="grens"',
      '',
      '--grens',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>Als pagina</p><script>alert(1)</script>',
      '--grens',
      'Content-Type: text/plain; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Ik wacht al een uur, =',
      'en nu caf=E9.',
      '--grens--',
    ].join('\r\n');
    expect(readPlainMail(bytes(mail))).toEqual({
      ...{ from: 'Café Regenkamp <cafe@example.org>', to: '', date: '', subject: 'Waar blijft het?' },
      text: 'Ik wacht al een uur, en nu café.',
    });
  });

  test('of a page keeps the words, and nothing that could be run', () => {
    const mail =
      'From: a@b.nl\nContent-Type: text/html\n\n<p>Niet zo &amp; zo<br>dus</p><script>x()</script><img src=y>';
    expect(readPlainMail(bytes(mail)).text).toBe('Niet zo & zo\ndus');
  });

  test('is read without failing, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.string().map(bytes)), (content) => {
        expect(typeof readPlainMail(content).text).toBe('string');
      }),
    );
  });
});
