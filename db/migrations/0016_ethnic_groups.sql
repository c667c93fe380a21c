-- One list of ethnic groups for contacts, private fostering and people, so that figures by ethnic group can be compared. The broad
-- groups asked before stay valid as codes: what is recorded is never recoded to something nobody said.

alter table canopy.contact drop constraint contact_ethnicity_check;
alter table canopy.contact add constraint contact_ethnicity_check CHECK ((ethnicity = ANY (ARRAY['WBRI'::text, 'WIRI'::text, 'WIRT'::text, 'WROM'::text, 'WRMA'::text, 'WOTH'::text, 'MWBC'::text, 'MWBA'::text, 'MWAS'::text, 'MOTH'::text, 'AIND'::text, 'APKN'::text, 'ABAN'::text, 'CHNE'::text, 'AOTH'::text, 'BCRB'::text, 'BAFR'::text, 'BOTH'::text, 'OARB'::text, 'OOTH'::text, 'REFU'::text, 'NSTD'::text, 'NOBT'::text, 'white'::text, 'mixed'::text, 'asian'::text, 'black'::text, 'other'::text, 'refused'::text, 'notStated'::text])));

alter table canopy.private_fostering drop constraint private_fostering_ethnicity_check;
alter table canopy.private_fostering add constraint private_fostering_ethnicity_check CHECK ((ethnicity = ANY (ARRAY['WBRI'::text, 'WIRI'::text, 'WIRT'::text, 'WROM'::text, 'WRMA'::text, 'WOTH'::text, 'MWBC'::text, 'MWBA'::text, 'MWAS'::text, 'MOTH'::text, 'AIND'::text, 'APKN'::text, 'ABAN'::text, 'CHNE'::text, 'AOTH'::text, 'BCRB'::text, 'BAFR'::text, 'BOTH'::text, 'OARB'::text, 'OOTH'::text, 'REFU'::text, 'NSTD'::text, 'NOBT'::text, 'white'::text, 'mixed'::text, 'asian'::text, 'black'::text, 'other'::text, 'refused'::text, 'notStated'::text])));
