// Handed over as a stream, whatever its length.
export function textOf(field) {
  return new Blob([field.value]);
}
