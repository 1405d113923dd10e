/**
 * The colleagues who met an incident besides whoever reported it, each with a weight of their own, and the colleagues
 * who saw or heard it.
 */
export const incidentWorkers = `
create table incidentWorker (
  incidentId integer not null references incident (id) on delete cascade,
  userId integer not null references user (id),
  weight text not null default 'asItWas',
  feedbackReadAt integer,
  primary key (incidentId, userId)
) without rowid;
create index incidentWorkerByUser on incidentWorker (userId, incidentId);

create table incidentWitness (
  incidentId integer not null references incident (id) on delete cascade,
  userId integer not null references user (id),
  primary key (incidentId, userId)
) without rowid;
create index incidentWitnessByUser on incidentWitness (userId);
`;
