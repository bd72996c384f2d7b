-- The Arena database, version 4: who may do what, invitations, and voters that use several devices.
PRAGMA user_version = 4;
