"""What browsers, other accounts and nobody see of buckets: argv is the endpoint's port."""
import base64
import hashlib
import http.client
import json
import os
import sys
import uuid

try:
    import boto3
    from botocore.config import Config
    from botocore.exceptions import ClientError
except ImportError:
    sys.exit(77)

port = int(sys.argv[1])


def client(service, key="test", secret="test", **more):
    return boto3.client(
        service, endpoint_url=f"http://localhost:{port}", region_name="eu-west-1", aws_access_key_id=key,
        aws_secret_access_key=secret,
        config=Config(s3={"addressing_style": "path"}, retries={"max_attempts": 1}, **more))


def ask(method, path, host="localhost", headers=None, body=None):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request(method, path, body=body, headers={"Host": f"{host}:{port}", **(headers or {})})
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read()


def code(call):
    try:
        call()
    except ClientError as error:
        return error.response["Error"]["Code"]
    return None


s3, iam, kms, control = (client(name) for name in ("s3", "iam", "kms", "s3control"))
bucket = "fronts"
site = f"{bucket}.s3-website.localhost"
s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})

# Nobody sees anything until a policy says so, and none may say so until that is not blocked.
public = json.dumps({"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": f"arn:aws:s3:::{bucket}/*"}]})
s3.put_object(Bucket=bucket, Key="index.html", Body=b"<h1>home</h1>", ContentType="text/html")
assert ask("GET", f"/{bucket}/index.html")[0] == 403
assert code(lambda: s3.put_bucket_policy(Bucket=bucket, Policy=public)) == "AccessDenied"
s3.delete_public_access_block(Bucket=bucket)
s3.put_bucket_policy(Bucket=bucket, Policy=public)
assert s3.get_bucket_policy_status(Bucket=bucket)["PolicyStatus"]["IsPublic"]
assert ask("GET", f"/{bucket}/index.html")[0] == 200
assert ask("GET", "/index.html", f"{bucket}.s3.localhost")[2] == b"<h1>home</h1>"
assert ask("GET", f"/{bucket}/none")[0] == 403
assert ask("GET", f"/{bucket}")[0] == 403
assert ask("GET", "/no-such-bucket/x")[0] == 404
account = boto3.client("sts", endpoint_url=f"http://localhost:{port}", region_name="eu-west-1",
                       aws_access_key_id="test", aws_secret_access_key="test").get_caller_identity()["Account"]
block = {"BlockPublicAcls": True, "IgnorePublicAcls": True, "BlockPublicPolicy": True, "RestrictPublicBuckets": True}
os.environ["AWS_EC2_METADATA_DISABLED"] = "true"

# A website: index, folders, errors, redirects by rules and by objects.
assert ask("GET", "/", site)[0] == 404
s3.put_bucket_website(Bucket=bucket, WebsiteConfiguration={
    "IndexDocument": {"Suffix": "index.html"}, "ErrorDocument": {"Key": "error.html"},
    "RoutingRules": [{"Condition": {"KeyPrefixEquals": "old/"}, "Redirect": {"ReplaceKeyPrefixWith": "new/"}},
                     {"Condition": {"HttpErrorCodeReturnedEquals": "403", "KeyPrefixEquals": "lost/"},
                      "Redirect": {"HostName": "example.com", "HttpRedirectCode": "307", "ReplaceKeyWith": "found"}}]})
s3.put_object(Bucket=bucket, Key="docs/index.html", Body=b"docs", ContentType="text/html")
s3.put_object(Bucket=bucket, Key="moved", Body=b"", WebsiteRedirectLocation="/docs/")
assert ask("GET", "/", site)[2] == b"<h1>home</h1>"
assert ask("GET", "/docs/", site)[2] == b"docs"
assert ask("HEAD", "/docs/", site)[0] == 200
status, headers, _ = ask("GET", "/docs", site)
assert (status, headers["Location"]) == (302, "/docs/")
status, headers, _ = ask("GET", "/old/page", site)
assert (status, headers["Location"]) == (301, f"http://{site}:{port}/new/page")
status, headers, _ = ask("GET", "/lost/x", site)
assert (status, headers["Location"]) == (307, "http://example.com/found")
status, headers, _ = ask("GET", "/moved", site)
assert (status, headers["Location"]) == (301, "/docs/")
status, _, page = ask("GET", "/none", site)
assert status == 403 and b"AccessDenied" in page
s3.put_object(Bucket=bucket, Key="error.html", Body=b"lost?", ContentType="text/html")
status, headers, page = ask("GET", "/none", site)
assert (status, page, headers["Content-Type"]) == (403, b"lost?", "text/html")
assert ask("POST", "/", site)[0] == 405
assert ask("GET", "/", f"{bucket}.s3-website-eu-west-1.localhost")[0] == 200

# Other origins.
preflight = {"Origin": "https://app.example.com", "Access-Control-Request-Method": "PUT",
             "Access-Control-Request-Headers": "x-amz-date"}
assert ask("OPTIONS", f"/{bucket}/k", headers=preflight)[0] == 403
s3.put_bucket_cors(Bucket=bucket, CORSConfiguration={"CORSRules": [{
    "AllowedOrigins": ["https://*.example.com"], "AllowedMethods": ["GET", "PUT"], "AllowedHeaders": ["x-amz-*"],
    "ExposeHeaders": ["ETag"], "MaxAgeSeconds": 60}]})
status, headers, _ = ask("OPTIONS", f"/{bucket}/k", headers=preflight)
assert status == 200 and headers["Access-Control-Allow-Origin"] == "https://app.example.com"
assert headers["Access-Control-Allow-Headers"] == "x-amz-date" and headers["Access-Control-Max-Age"] == "60"
assert ask("OPTIONS", f"/{bucket}/k", headers={**preflight, "Origin": "https://evil.org"})[0] == 403
assert ask("OPTIONS", f"/{bucket}/k", headers={**preflight, "Access-Control-Request-Method": "DELETE"})[0] == 403
_, headers, _ = ask("GET", f"/{bucket}/index.html", headers={"Origin": "https://app.example.com"})
assert headers["Access-Control-Expose-Headers"] == "ETag"
assert "Access-Control-Allow-Origin" not in ask("GET", f"/{bucket}/index.html", headers={"Origin": "https://x"})[1]

# A form of a browser, signed by a user who may put below uploads/.
iam.create_user(UserName="browser")
iam.put_user_policy(UserName="browser", PolicyName="p", PolicyDocument=json.dumps({
    "Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Action": "s3:PutObject", "Resource": f"arn:aws:s3:::{bucket}/uploads/*"}]}))
keys = iam.create_access_key(UserName="browser")["AccessKey"]
browser = client("s3", keys["AccessKeyId"], keys["SecretAccessKey"], signature_version="s3v4")
older = client("s3", keys["AccessKeyId"], keys["SecretAccessKey"], signature_version="s3")


def form(key, data, change=None, signer=browser, **fields):
    post = signer.generate_presigned_post(
        bucket, key, Fields=fields, Conditions=[{name: value} for name, value in fields.items()] + [
            ["content-length-range", 1, 200_000]], ExpiresIn=60)["fields"]
    post.update(change or {})
    boundary = uuid.uuid4().hex
    body = b"".join(
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in post.items())
    body += (f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="photo.jpg"\r\n'
             "Content-Type: image/jpeg\r\n\r\n").encode() + data + f"\r\n--{boundary}--\r\n".encode()
    return ask("POST", f"/{bucket}", headers={"Content-Type": f"multipart/form-data; boundary={boundary}"}, body=body)


data = os.urandom(150_000) + b"\r\n--x"
status, _, page = form("uploads/${filename}", data)
assert status == 204, (status, page)
got = s3.get_object(Bucket=bucket, Key="uploads/photo.jpg")
assert got["Body"].read() == data and got["ETag"] == f'"{hashlib.md5(data).hexdigest()}"'
status, headers, page = form("uploads/a", b"1", success_action_status="201")
assert status == 201 and b"<Key>uploads/a</Key>" in page, (status, page)
status, headers, _ = form("uploads/b", b"1", success_action_redirect="http://example.com/done")
assert status == 303 and headers["Location"].startswith("http://example.com/done?bucket=fronts&key=uploads%2Fb")
assert form("elsewhere/c", b"1")[0] == 403
assert b"EntityTooLarge" in form("uploads/d", os.urandom(200_001))[2]
assert b"EntityTooSmall" in form("uploads/d", b"")[2]
assert b"SignatureDoesNotMatch" in form("uploads/d", b"1", {"x-amz-signature": "0" * 64})[2]
assert form("uploads/old", b"1", signer=older)[0] == 204
assert b"SignatureDoesNotMatch" in form("uploads/old", b"1", {"signature": "AAAA"}, signer=older)[2]
assert form("elsewhere/old", b"1", signer=older)[0] == 403
assert b"Extra input fields" in form("uploads/d", b"1", {"acl": "public-read"})[2]
assert b"Policy Condition failed" in form("uploads/d", b"1", {"key": "uploads/e"})[2]
assert code(lambda: s3.head_object(Bucket=bucket, Key="uploads/d")) == "404"
assert code(lambda: browser.get_object(Bucket=bucket, Key="uploads/a")) is None
assert code(lambda: browser.list_objects_v2(Bucket=bucket)) == "AccessDenied"

# Encryption as boto3 asks for it.
key = kms.create_key()["KeyMetadata"]["KeyId"]
put = s3.put_object(Bucket=bucket, Key="kms", Body=b"x", ServerSideEncryption="aws:kms", SSEKMSKeyId=key)
assert put["SSEKMSKeyId"].endswith(key) and s3.get_object(Bucket=bucket, Key="kms")["Body"].read() == b"x"
assert code(lambda: browser.put_object(
    Bucket=bucket, Key="uploads/kms", Body=b"x", ServerSideEncryption="aws:kms", SSEKMSKeyId=key)) == "AccessDenied"
secret = {"SSECustomerAlgorithm": "AES256", "SSECustomerKey": os.urandom(32)}
s3.put_object(Bucket=bucket, Key="own", Body=b"x", **secret)
assert s3.get_object(Bucket=bucket, Key="own", **secret)["Body"].read() == b"x"
assert code(lambda: s3.get_object(Bucket=bucket, Key="own")) == "InvalidRequest"

# Who pays, and what is locked.
other = client("s3", "210987654321", "test")
s3.put_bucket_request_payment(Bucket=bucket, RequestPaymentConfiguration={"Payer": "Requester"})
assert code(lambda: other.get_object(Bucket=bucket, Key="index.html")) == "AccessDenied"
assert other.get_object(Bucket=bucket, Key="index.html", RequestPayer="requester")["RequestCharged"] == "requester"
assert ask("GET", f"/{bucket}/index.html")[0] == 403
s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
s3.put_object_lock_configuration(Bucket=bucket, ObjectLockConfiguration={"ObjectLockEnabled": "Enabled"})
version = s3.put_object(Bucket=bucket, Key="held", Body=b"x", ObjectLockLegalHoldStatus="ON")["VersionId"]
assert code(lambda: s3.delete_object(Bucket=bucket, Key="held", VersionId=version)) == "AccessDenied"
s3.put_object_legal_hold(Bucket=bucket, Key="held", VersionId=version, LegalHold={"Status": "OFF"})
s3.delete_object(Bucket=bucket, Key="held", VersionId=version)
