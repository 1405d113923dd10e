/** What a build that ships must have; written by hand, so that a switch that is loosened is loosened here too. */
export const fuses = {
  runAsNode: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  enableCookieEncryption: false,
  grantFileProtocolExtraPrivileges: false,
};
