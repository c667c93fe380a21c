-- What was not yet sorted into the index of search was read through by every search, up to three times: a sixth of its time after a day of
-- writing. Now whoever writes sorts in at once, which makes writing one person a third slower.
alter index canopy_search.person_terms set (fastupdate = off);
select gin_clean_pending_list('canopy_search.person_terms');
