-- An invitation goes to its address by itself, by the same queue as notices.

alter table canopy.invitation add column sealed_token text;
comment on column canopy.invitation.sealed_token is 'The link until it is sent, sealed with a key that is not in the database; empty afterwards.';

alter table canopy.delivery
  alter column account_id drop not null,
  add column invitation_id uuid references canopy.invitation (id),
  add constraint delivery_to_one check ((account_id is null) <> (invitation_id is null));
comment on table canopy.delivery is 'Every e-mail, sent or to be sent: to which account or on which invitation, and when. Never its words, nor the records it is about.';
