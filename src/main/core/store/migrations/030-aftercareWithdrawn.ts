/** Why aftercare was taken back by the program: it is not ended, and goes on when the reason is gone. */
export const aftercareWithdrawn = `
alter table aftercare add column withdrawn text
  check (withdrawn is null or (withdrawn in ('takenOff', 'duplicate') and closedAt is not null));
update aftercare set withdrawn = 'duplicate'
  where incidentId in (
    select id from incident where duplicateOfId is not null and reviewedAt = aftercare.closedAt
  );
`;
