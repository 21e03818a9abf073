"""What boto3 and its transfer manager see of S3: argv is the endpoint's port and the style of addresses: path, virtual
(below a host of S3), or local (virtual, below localhost itself)."""
import base64
import io
import os
import socket
import sys
import time
import urllib.request
import zlib

try:
    import boto3
    from boto3.s3.transfer import TransferConfig
    from botocore.config import Config
    from botocore.exceptions import ClientError
except ImportError:
    sys.exit(77)

port, style = sys.argv[1:]
resolve = socket.getaddrinfo
socket.getaddrinfo = lambda host, *rest, **more: resolve(
    "127.0.0.1" if str(host).endswith(".localhost") else host, *rest, **more)
host = "s3.eu-west-1.localhost" if style == "virtual" else "localhost"
addressing = "path" if style == "path" else "virtual"
s3 = boto3.client(
    "s3", endpoint_url=f"http://{host}:{port}", region_name="eu-west-1", aws_access_key_id="test",
    aws_secret_access_key="test", config=Config(s3={"addressing_style": addressing}, retries={"max_attempts": 1}))
bucket = f"bucket-{style}"
parts = TransferConfig(multipart_threshold=5 << 20, multipart_chunksize=5 << 20)


def refused(code, operation, **arguments):
    try:
        getattr(s3, operation)(Bucket=bucket, **arguments)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, (operation, error.response)
        return
    raise AssertionError(f"{operation} was not refused")


def read(key, **arguments):
    return s3.get_object(Bucket=bucket, Key=key, **arguments)["Body"].read()


s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
assert s3.get_bucket_location(Bucket=bucket)["LocationConstraint"] == "eu-west-1"
assert [one["Name"] for one in s3.list_buckets()["Buckets"]] == [bucket]
data = os.urandom(1 << 18)
key = "a/b c+ü.bin"
s3.put_object(Bucket=bucket, Key=key, Body=data, Metadata={"x": "y"})
got = s3.get_object(Bucket=bucket, Key=key)
assert got["Body"].read() == data and got["Metadata"] == {"x": "y"}
assert read(key, Range="bytes=10-19") == data[10:20]
refused("InvalidRange", "get_object", Key=key, Range="bytes=99999999-")
refused("304", "get_object", Key=key, IfNoneMatch=got["ETag"])
refused("PreconditionFailed", "put_object", Key=key, Body=b"", IfNoneMatch="*")
refused("PreconditionFailed", "get_object", Key=key, IfMatch='"another"')
refused("NoSuchKey", "get_object", Key="none")

# A refusal of a body that waits for 100 leaves nothing behind for the next request to stumble over.
for _ in range(3):
    started = time.monotonic()
    refused("PreconditionFailed", "put_object", Key=key, Body=data, IfNoneMatch="*")
    assert read(key, Range="bytes=0-4") == data[:5]
    assert time.monotonic() - started < 4

# Checksums: the client computes, the store compares, keeps and tells; the client compares again.
for algorithm in ("CRC32", "SHA1", "SHA256"):
    s3.put_object(Bucket=bucket, Key=algorithm, Body=data, ChecksumAlgorithm=algorithm)
    assert f"Checksum{algorithm}" in s3.head_object(Bucket=bucket, Key=algorithm, ChecksumMode="ENABLED")
    assert read(algorithm, ChecksumMode="ENABLED") == data
# The check values of the catalogue of CRCs.
for algorithm, value in (("CRC64NVME", "rosUhgp5mIg="), ("CRC32C", "4waSgw==")):
    s3.put_object(Bucket=bucket, Key=algorithm, Body=b"123456789", **{f"Checksum{algorithm}": value})
    refused("BadDigest", "put_object", Key=algorithm, Body=b"12345678", **{f"Checksum{algorithm}": value})

# The transfer manager: parts in threads, copies of parts.
big = os.urandom(12 << 20)
s3.upload_fileobj(io.BytesIO(big), bucket, "big", Config=parts)
s3.copy({"Bucket": bucket, "Key": "big"}, bucket, "copy", Config=parts)
for name in ("big", "copy"):
    into = io.BytesIO()
    s3.download_fileobj(bucket, name, into)
    assert into.getvalue() == big
assert s3.head_object(Bucket=bucket, Key="big")["ETag"].endswith('-3"')
assert read("big", PartNumber=2) == big[5 << 20:10 << 20]
assert s3.get_object_attributes(Bucket=bucket, Key="big", ObjectAttributes=["ObjectParts"])[
    "ObjectParts"]["TotalPartsCount"] == 3

# The checksum of the whole, told when it is completed.
upload = s3.create_multipart_upload(
    Bucket=bucket, Key="whole", ChecksumAlgorithm="CRC32", ChecksumType="FULL_OBJECT")["UploadId"]
part = s3.upload_part(Bucket=bucket, Key="whole", UploadId=upload, PartNumber=1, Body=data)
listing = {"Parts": [{"PartNumber": 1, "ETag": part["ETag"], "ChecksumCRC32": part["ChecksumCRC32"]}]}
refused("BadDigest", "complete_multipart_upload", Key="whole", UploadId=upload, MultipartUpload=listing,
        ChecksumCRC32="AAAAAA==", ChecksumType="FULL_OBJECT")
crc = base64.b64encode(zlib.crc32(data).to_bytes(4, "big")).decode()
s3.complete_multipart_upload(
    Bucket=bucket, Key="whole", UploadId=upload, MultipartUpload=listing, ChecksumCRC32=crc,
    ChecksumType="FULL_OBJECT")
assert s3.head_object(Bucket=bucket, Key="whole", ChecksumMode="ENABLED")["ChecksumCRC32"] == crc

listed = s3.list_objects_v2(Bucket=bucket, Delimiter="/")
assert [p["Prefix"] for p in listed["CommonPrefixes"]] == ["a/"] and "big" in [o["Key"] for o in listed["Contents"]]

# Versions and delete markers.
s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
first = s3.put_object(Bucket=bucket, Key="v", Body=b"1")["VersionId"]
s3.put_object(Bucket=bucket, Key="v", Body=b"2")
marker = s3.delete_object(Bucket=bucket, Key="v")
assert marker["DeleteMarker"] and read("v", VersionId=first) == b"1"
refused("NoSuchKey", "get_object", Key="v")
s3.delete_object(Bucket=bucket, Key="v", VersionId=marker["VersionId"])
assert read("v") == b"2"
s3.put_object_tagging(Bucket=bucket, Key="v", VersionId=first, Tagging={"TagSet": [{"Key": "a", "Value": "b"}]})
assert s3.get_object_tagging(Bucket=bucket, Key="v", VersionId=first)["TagSet"] == [{"Key": "a", "Value": "b"}]

# A lifecycle comes back as it was sent. (Terraform waits more than a minute for each change of one.)
rules = [
    {"ID": "logs", "Status": "Enabled", "Filter": {"And": {"Prefix": "logs/", "ObjectSizeGreaterThan": 1000}},
     "Transitions": [{"Days": 30, "StorageClass": "STANDARD_IA"}, {"Days": 90, "StorageClass": "GLACIER"}],
     "Expiration": {"Days": 365}},
    {"ID": "rest", "Status": "Disabled", "Filter": {},
     "NoncurrentVersionExpiration": {"NoncurrentDays": 30, "NewerNoncurrentVersions": 3},
     "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}}]
s3.put_bucket_lifecycle_configuration(Bucket=bucket, LifecycleConfiguration={"Rules": rules})
assert s3.get_bucket_lifecycle_configuration(Bucket=bucket)["Rules"] == rules
assert 'rule-id="logs"' in s3.put_object(Bucket=bucket, Key="logs/1", Body=data)["Expiration"]

for signature in (None, "s3v4"):
    config = Config(signature_version=signature, s3={"addressing_style": addressing})
    signer = boto3.client(
        "s3", endpoint_url=f"http://{host}:{port}", region_name="eu-west-1", aws_access_key_id="test",
        aws_secret_access_key="test", config=config)
    url = signer.generate_presigned_url("get_object", Params={"Bucket": bucket, "Key": "v", "VersionId": first})
    assert urllib.request.urlopen(url).read() == b"1"

every = s3.list_object_versions(Bucket=bucket)
every = every["Versions"] + every.get("DeleteMarkers", [])
deleted = s3.delete_objects(Bucket=bucket, Delete={
    "Objects": [{"Key": v["Key"], "VersionId": v["VersionId"]} for v in every]})
assert len(deleted["Deleted"]) == len(every) and "Errors" not in deleted
s3.delete_bucket(Bucket=bucket)
