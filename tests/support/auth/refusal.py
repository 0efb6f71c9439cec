"""Claims challenges."""

import json
from base64 import b64encode

CLAIMS = '{"access_token": {"nbf": {"essential": true, "value": "1726077595"}}}'


def claims_since(moment: int) -> str:
    """What is asked of a token after a revocation at a moment, in seconds since 1970."""
    return json.dumps({"access_token": {"nbf": {"essential": True, "value": str(moment)}}})


def challenge(claims: str = CLAIMS) -> str:
    """The WWW-Authenticate header that asks for these claims."""
    encoded = b64encode(claims.encode()).decode()
    where = 'realm="", authorization_uri="https://login.example/common/oauth2/authorize"'
    return f'Bearer {where}, error="insufficient_claims", claims="{encoded}"'
