import { partBytes } from '../../../shared/contract/attachments.ts';
import type { ContractClient } from '../../../shared/contract/index.ts';

/** The bytes of a piece in base64; the browser does it beside the script. */
function asBase64(piece: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).split(',')[1] ?? ''));
    reader.addEventListener('error', () => reject(new Error('The file cannot be read.')));
    reader.readAsDataURL(piece);
  });
}

/** Sends a file to an incident part by part; `onProgress` hears what share is there. */
export async function uploadFile(
  client: ContractClient,
  incidentId: number,
  file: File,
  onProgress: (share: number) => void,
): Promise<void> {
  const partAt = (place: number) => asBase64(file.slice(place * partBytes, (place + 1) * partBytes));
  const begin = { incidentId, name: file.name.slice(-120), bytes: file.size, part: await partAt(0) };
  const { attachmentId } = await client.attachments.add(begin);
  for (let place = 1; place * partBytes < file.size; place += 1) {
    onProgress((place * partBytes) / file.size);
    await client.attachments.addPart({ attachmentId, place, part: await partAt(place) });
  }
  onProgress(1);
}

/** Puts a file together again from its parts. */
export async function downloadFile(
  client: ContractClient,
  attachmentId: number,
  parts: number,
  type: string,
): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let place = 0; place < parts; place += 1) {
    const { part } = await client.attachments.part({ attachmentId, place });
    pieces.push(Uint8Array.from(atob(part), (character) => character.charCodeAt(0)));
  }
  return new Blob(pieces, { type });
}
