import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { anIncident } from '../support/samples.ts';
import { practiceTemplate } from '../support/template.ts';

const practice = practiceTemplate();

const script = '<script>fetch("//elsewhere.example")</script>';
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex');
const gif = Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1');
const zip = Buffer.from('504b0304140000000800', 'hex');
const pdf = Buffer.from('%PDF-1.7\n1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >> endobj\n');

/** The start of a PNG that says how many pixels it has, with as many zeros behind it as a megabyte unpacks to. */
function giantPng(side: number): Buffer {
  const header = Buffer.alloc(25);
  header.writeUInt32BE(13, 0);
  header.write('IHDR', 4);
  header.writeUInt32BE(side, 8);
  header.writeUInt32BE(side, 12);
  header.set([8, 6, 0, 0, 0], 16);
  const pixels = deflateSync(Buffer.alloc(50_000_000));
  const data = Buffer.alloc(12 + pixels.length);
  data.writeUInt32BE(pixels.length, 0);
  data.write('IDAT', 4);
  pixels.copy(data, 8);
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), header, data]);
}

async function afterIncident() {
  const opened = await practice.open();
  await opened.workAs('karin');
  const { incidentId } = await opened.client.incidents.record(anIncident());
  const add = (name: string, content: Buffer) =>
    opened.client.attachments.add({ incidentId, name, bytes: content.length, part: content.toString('base64') });
  return { ...opened, incidentId, add };
}

const somethingElse: [what: string, name: string, content: Buffer][] = [
  ['a drawing with a script', 'foto.png', Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`)],
  ['a drawing with a declaration', 'foto.png', Buffer.from(`<?xml version="1.0"?><svg>${script}</svg>`)],
  ['a page', 'foto.jpg', Buffer.from(`<!doctype html>${script}`)],
  ['a page with headers before it', 'bericht.eml', Buffer.from(`<html>From: a\nSubject: b\n\n${script}`)],
  ['a script', 'foto.png', Buffer.from('#!/bin/sh\nrm -rf ~\n')],
  ['a program for Windows', 'foto.png', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')],
  ['a program for Linux', 'foto.png', Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1')],
  ['a shortcut', 'foto.png', Buffer.from('4c0000000114020000000000c000000000000046', 'hex')],
  ['an archive that may unpack to anything', 'foto.zip', zip],
  ['the same under the name of a picture', 'foto.png', zip],
  ['an empty picture', 'foto.png', Buffer.from([0])],
  ['only the first byte of one', 'foto.png', Buffer.from('89', 'hex')],
];

const twoThings: [what: string, name: string, content: Buffer, type: string, ends: string][] = [
  ['a picture and an archive', 'foto.zip', Buffer.concat([jpeg, zip]), 'image/jpeg', 'jpg'],
  ['a picture and a page', 'foto.html', Buffer.concat([gif, Buffer.from(script)]), 'image/gif', 'gif'],
  ['a picture and a script', '../../run.sh', Buffer.concat([gif, Buffer.from('\n#!/bin/sh')]), 'image/gif', 'gif'],
  ['a document with a script', 'x\u202efdp.exe', pdf, 'application/pdf', 'pdf'],
];

describe('a file', () => {
  test('that is something else than its name says is refused', async () => {
    const { add, client, incidentId } = await afterIncident();
    for (const [what, name, content] of somethingElse) {
      const refused = expect.objectContaining({ code: 'WRONG_TYPE' });
      expect([what, await add(name, content).catch((error) => error)]).toEqual([what, refused]);
    }
    expect((await client.attachments.ofIncident({ incidentId })).attachments).toEqual([]);
  });

  test('that is two things at once stays what it is shown as, whatever it is called', async () => {
    const { add, client, incidentId } = await afterIncident();
    for (const [what, name, content, type, ends] of twoThings) {
      const { attachmentId } = await add(name, content);
      expect(await client.attachments.open({ attachmentId }), what).toMatchObject({ mail: null });
      const { attachments } = await client.attachments.ofIncident({ incidentId });
      expect(attachments.find(({ id }) => id === attachmentId)?.type, what).toBe(type);
      const { part } = await client.attachments.part({ attachmentId, place: 0 });
      expect(Buffer.from(part, 'base64'), what).toEqual(content);
      const { fileName } = await client.attachments.export({ attachmentId });
      expect(fileName, what).toBe(`attachment-${attachmentId}.${ends}`);
    }
  });

  test('that claims to be huge costs no more than its bytes', async () => {
    const { add, client } = await afterIncident();
    const content = giantPng(100_000);
    expect(content.length).toBeLessThan(100_000);
    const before = process.memoryUsage().arrayBuffers;
    const { attachmentId } = await add('foto.png', content);
    await client.attachments.part({ attachmentId, place: 0 });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  });
});
