import type { ComponentChild } from 'preact'

/**
 * Words out of a document. They stand in an element of their own whose direction follows from their first letters, so
 * that characters which turn the direction of text cannot reach what stands around them.
 */
export const ForeignText = ({ text }: { text: string }): ComponentChild => <bdi>{text}</bdi>
