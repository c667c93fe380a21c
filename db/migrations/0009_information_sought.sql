-- Who agrees a decision says whether enough information was sought before it. The partnership's threshold audit found decisions
-- that were right on the information available, for which more should have been sought; asked every time, this is known without an
-- audit. Decisions agreed before have no answer, and the figure leaves them out.

alter table canopy.contact add column information_sought text;

alter table canopy.contact_history add column information_sought text;

alter table canopy.contact add constraint contact_information_sought_check CHECK ((information_sought = ANY (ARRAY['enough'::text, 'moreShouldHaveBeen'::text])));
