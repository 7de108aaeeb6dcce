/**
 * A certificate for 127.0.0.1 that nobody vouches for, and its key, which protects nothing. Made by
 * `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=127.0.0.1
 * -addext subjectAltName=IP:127.0.0.1`.
 */
export const SELF_SIGNED = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBjzCCATagAwIBAgIUN14sBz85PF41tjJLu32X2jp2TrUwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyNTE5MTUzMVoYDzIxMjYxMTAx
MTkxNTMxWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARtfdYt0qxq5K6c43ScL1iIXOBM+rkoKJDgyMzt2/EhfdtIXFV7TTT1
/bvS+Q5opJ2igi0v/xoUwU5j4zKKXqIao2QwYjAdBgNVHQ4EFgQUJ030vivVOyhx
Hs9dMGGkrCwC72IwHwYDVR0jBBgwFoAUJ030vivVOyhxHs9dMGGkrCwC72IwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0cAMEQC
IH9ZmipZKPsDxhJ2XbLRjZJrdGxqvJ2TJOVt0RKpVM1CAiAbrcScI4UbvGJFna/d
SIyUtm5W3jBxAHhzX0LgCnqq1Q==
-----END CERTIFICATE-----
`,
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgu7EMa/+m6u1DpfnR
ug/p/FEGCXhtFS+YAPd+hrQcaFyhRANCAARtfdYt0qxq5K6c43ScL1iIXOBM+rko
KJDgyMzt2/EhfdtIXFV7TTT1/bvS+Q5opJ2igi0v/xoUwU5j4zKKXqIa
-----END PRIVATE KEY-----
`,
}
