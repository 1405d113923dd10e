/** On which days of the week somebody works, Monday is 1: until somebody says otherwise Monday to Friday. */
export const workingDays = `
alter table user add column workingDays text not null default '12345' check (workingDays glob '[1-7]*');
`;
