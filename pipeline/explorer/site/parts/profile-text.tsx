import type { ComponentChild } from 'preact'

/**
 * Words of a document, in an element whose direction follows from their first letters, so that characters that turn
 * the direction of text cannot reach what stands around them.
 */
export const ProfileText = ({ text }: { text: string }): ComponentChild => <bdi>{text}</bdi>
