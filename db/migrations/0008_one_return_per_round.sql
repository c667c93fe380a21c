-- An agency is asked once in a round of section 11. Two people who send it a return at the same moment would pass the check
-- before either had written; the index lets only one of them through. A withdrawn return does not stand in the way.

do $$
declare
  twice text;
begin
  select string_agg(both_of, '; ') into twice
    from (select string_agg(reference, ' and ' order by reference) as both_of
            from canopy.section11_return
           where state <> 'withdrawn'
           group by asked_of, lower(round)
          having count(*) > 1) n;
  if twice is not null then
    raise exception 'these section 11 returns are of the same agency and round: %. Withdraw all but one of them with the version of Canopy you had, then start this one', twice;
  end if;
end $$;

create unique index section11_return_one_per on canopy.section11_return using btree (asked_of, lower(round)) where (state <> 'withdrawn'::text);
comment on index canopy.section11_return_one_per is 'One return for each agency and round, but for withdrawn ones';
