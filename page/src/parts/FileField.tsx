/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import type { useFile } from './useFile.ts'

/** A field for a file, and what is the matter with the one that was given. */
export function FileField({
  label,
  accept,
  file: { problem, read },
}: {
  readonly label: ComponentChildren
  readonly accept: string
  readonly file: ReturnType<typeof useFile>
}) {
  return (
    <>
      <label class="file">
        {label}
        <input
          type="file"
          accept={accept}
          onChange={event => {
            const field = event.currentTarget
            void read(field.files?.[0])
            // The same file can be given again, when its mistakes are mended.
            field.value = ''
          }}
        />
      </label>
      {problem === '' ? null : (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      )}
    </>
  )
}
