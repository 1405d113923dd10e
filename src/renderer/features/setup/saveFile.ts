/** Hands a file that the core made to the window's own way of saving. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has read the blob by then; until it has, the address must stay.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
