-- The plans on sale. They are rows so that an operator can change them; this is how they begin.
INSERT INTO "Plan" ("id", "slug", "name", "features", "maxActiveApiKeys", "requestsPerMinute", "position") VALUES
  ('019aa000-0000-7000-8000-000000000001', 'free',       'Free',       '{tenant_api_keys}',               1,  60,   1),
  ('019aa000-0000-7000-8000-000000000002', 'starter',    'Starter',    '{tenant_api_keys}',               5,  300,  2),
  ('019aa000-0000-7000-8000-000000000003', 'pro',        'Pro',        '{tenant_api_keys,api_access}',    20, 1200, 3),
  ('019aa000-0000-7000-8000-000000000004', 'enterprise', 'Enterprise', '{tenant_api_keys,api_access}',    NULL, 6000, 4);
