const isForm = (value: unknown): boolean => Object.prototype.toString.call(value) === '[object FormData]';

/**
 * Node reads all of its fetch when somebody looks at `FormData`, as is done for each answer to a window, because one may have a
 * file in it. The first window waits for that; so something stands there that can be asked, until a form is made.
 */
export function readFormDataLate(): void {
  const read = Object.getOwnPropertyDescriptor(globalThis, 'FormData')?.get;
  if (!read) return;
  const late = new Proxy(class {}, {
    get: (target, key) => (key === Symbol.hasInstance ? isForm : Reflect.get(target, key)),
    // Node puts its own in the place of this one, for everybody.
    construct: () => Reflect.construct(read.call(globalThis), []),
  });
  Object.defineProperty(globalThis, 'FormData', { value: late, configurable: true, writable: true });
}
