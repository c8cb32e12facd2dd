/** A page of the desk to go on to; whatever else somebody put into an address leads to the first. */
export function backTo(asked: string | undefined): string {
  return asked !== undefined && /^\/desk(\/(?!.*\.\.)[A-Za-z0-9/_~%.#-]*)?$/.test(asked)
    ? asked
    : '/desk'
}
