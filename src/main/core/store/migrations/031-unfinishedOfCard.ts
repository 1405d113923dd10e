/** A form about a card says so in its name, so that it is told from one about something else with the same number. */
export const unfinishedOfCard = `
delete from unfinished where form like 'caller %';
update unfinished set form = substr(form, 1, instr(form, ' ') - 1) || ' caller ' || callerId
  where callerId is not null
    and form in ('agreement ' || callerId, 'decision ' || callerId, 'exception ' || callerId, 'leave ' || callerId);
update unfinished set form = 'told caller ' || callerId where callerId is not null and form = 'toldCaller ' || callerId;
`;
