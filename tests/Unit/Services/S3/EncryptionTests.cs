using System.Security.Cryptography;
using Orrery.Contracts.Keys;
using Orrery.Services.Kms;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Services.S3;
using Orrery.Services.S3.Ids;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Multipart;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Services.S3.Records;
using Orrery.Wire.Generated.S3;
using Tables = Orrery.Services.S3.Tables;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>SSE-S3, SSE-KMS through KMS, and keys of customers.</summary>
public sealed class EncryptionTests
{
    private const string PlainETag = "\"9dd4e461268c8034f5c8564e155c67a6\"";
    private static readonly string CustomerKey = KeyOf(1);
    private static readonly string WrongKey = KeyOf(2);

    private readonly Shop _shop = new(false, KmsService.Registration);

    [Fact]
    public void What_KMS_encrypts_names_its_key_and_hides_its_MD5()
    {
        var key = NewKey();
        var put = _shop.Put("k", "x", Encrypted(key));
        Assert.Equal(ServerSideEncryption.AwsKms, put.ServerSideEncryption);
        Assert.Equal(ArnOf(key), put.SSEKMSKeyId);
        Assert.Null(put.BucketKeyEnabled);
        Assert.NotEqual(PlainETag, put.ETag);
        Assert.Equal(PlainETag, _shop.Put("plain", "x").ETag);
        Assert.Equal("x", _shop.Get("k"));
        Assert.Equal(ArnOf(key), _shop.Read("k").SSEKMSKeyId);
    }

    // S3 API Reference, "Error responses": KMS.DisabledException. HeadObject asks KMS for checksums only.
    [Fact]
    public void When_the_key_is_off_nothing_is_read_or_written()
    {
        var key = NewKey();
        _shop.Put("k", "x", Encrypted(key));
        _shop.Rig.Run(new DisableKey(), new() { KeyId = key });
        Assert.Equal("KMS.DisabledException", Rig.Refusal(() => _shop.Get("k")));
        Assert.Equal("KMS.DisabledException", Rig.Refusal(() => _shop.Put("new", "x", Encrypted(key))));
        Assert.Equal("KMS.DisabledException", Rig.Refusal(() => _shop.Copy("k", "copy")));
        var head = new HeadObjectRequest { Bucket = Shop.Bucket, Key = "k" };
        Assert.Equal(1, _shop.Rig.Run(new HeadObject(), head).ContentLength);
        Assert.Equal("KMS.DisabledException", _shop.Rig.Refused(
            new HeadObject(), head with { ChecksumMode = ChecksumMode.Enabled }));
        _shop.Rig.Run(new EnableKey(), new() { KeyId = key });
        Assert.Equal("x", _shop.Get("k"));
        Assert.Equal("KMS.NotFoundException", Rig.Refusal(() => _shop.Put("new", "x", Encrypted("alias/none"))));
    }

    // S3 user guide, "Encryption context": the object's ARN, and with a bucket key the bucket's.
    [Theory]
    [InlineData(false, "arn:aws:s3:::a-bucket/k")]
    [InlineData(true, "arn:aws:s3:::a-bucket")]
    public void The_encryption_context_is_the_object_or_with_a_bucket_key_the_bucket(bool bucketKey, string arn)
    {
        var context = Convert.ToBase64String("""{"team":"red"}"""u8);
        var key = NewKey();
        var put = _shop.Put("k", "x", request => Encrypted(key)(request) with
        {
            BucketKeyEnabled = bucketKey, SSEKMSEncryptionContext = context,
        });
        Assert.Equal(bucketKey ? true : null, put.BucketKeyEnabled);
        Assert.Equal(context, put.SSEKMSEncryptionContext);
        var kept = Kept("k").Encryption!;
        Assert.Equal(32, _shop.Rig.Ask(call => call.Port<IKeys>().Decrypt(
            call,
            new(key, "s3", new Dictionary<string, string> { ["aws:s3:arn"] = arn, ["team"] = "red" }),
            kept.DataKey)).Plaintext.Length);
        Assert.Equal("x", _shop.Get("k"));
    }

    [Fact]
    public void What_says_nothing_is_encrypted_as_the_bucket_says()
    {
        var key = NewKey();
        Default(ServerSideEncryption.AwsKms, key);
        var put = _shop.Put("k", "x");
        Assert.Equal((ArnOf(key), true), (put.SSEKMSKeyId, put.BucketKeyEnabled));
        var own = _shop.Put("own", "x", request => request with { ServerSideEncryption = ServerSideEncryption.Aes256 });
        Assert.Equal(ServerSideEncryption.Aes256, own.ServerSideEncryption);
        Default(ServerSideEncryption.AwsKms, null);
        Assert.Contains(":key/", _shop.Put("standard", "x").SSEKMSKeyId);
        Assert.Equal(ServerSideEncryption.AwsKmsDsse, _shop.Put("two", "x", request => request with
        {
            ServerSideEncryption = ServerSideEncryption.AwsKmsDsse, SSEKMSKeyId = key,
        }).ServerSideEncryption);
    }

    [Fact]
    public void Parts_are_encrypted_as_their_upload_says()
    {
        var key = NewKey();
        var upload = _shop.Begin("k", request => request with
        {
            ServerSideEncryption = ServerSideEncryption.AwsKms, SSEKMSKeyId = key,
        });
        var part = _shop.Part("k", upload, 1, "x"u8.ToArray());
        Assert.NotEqual(PlainETag, part.ETag);
        Assert.Equal(ArnOf(key), part.SSEKMSKeyId);
        var done = _shop.Rig.Run(new CompleteMultipartUpload(), new CompleteMultipartUploadRequest
        {
            Bucket = Shop.Bucket,
            Key = "k",
            UploadId = upload,
            MultipartUpload = new() { Parts = [new() { PartNumber = 1, ETag = part.ETag }] },
        });
        Assert.Equal(ArnOf(key), done.SSEKMSKeyId);
        Assert.Equal("x", _shop.Get("k"));
    }

    [Fact]
    public void A_customers_key_is_needed_to_read_and_kept_nowhere()
    {
        var put = _shop.Put("k", "x", Customer(CustomerKey));
        Assert.Equal(("AES256", Md5Of(CustomerKey)), (put.SSECustomerAlgorithm, put.SSECustomerKeyMD5));
        Assert.Null(put.ServerSideEncryption);
        Assert.NotEqual(PlainETag, put.ETag);
        Assert.Equal("x", _shop.Get("k", Reader(CustomerKey)));
        Assert.Equal("InvalidRequest", Rig.Refusal(() => _shop.Get("k")));
        Assert.Equal("AccessDenied", Rig.Refusal(() => _shop.Get("k", Reader(WrongKey))));
        Assert.Equal("InvalidRequest", _shop.Rig.Refused(
            new HeadObject(), new HeadObjectRequest { Bucket = Shop.Bucket, Key = "k" }));
        var kept = System.Text.Json.JsonSerializer.Serialize(Kept("k"), S3Json.Default.VersionRecord);
        Assert.DoesNotContain(CustomerKey, kept);
        Assert.DoesNotContain(Md5Of(CustomerKey), kept);
        _shop.Put("plain", "x");
        Assert.Equal("InvalidRequest", Rig.Refusal(() => _shop.Get("plain", Reader(CustomerKey))));
    }

    [Fact]
    public void A_copy_brings_the_key_of_its_source_and_may_have_another()
    {
        _shop.Put("k", "x", Customer(CustomerKey));
        Assert.Equal("InvalidRequest", Rig.Refusal(() => _shop.Copy("k", "copy")));
        _shop.Copy("k", "copy", request => request with
        {
            CopySourceSSECustomerAlgorithm = "AES256",
            CopySourceSSECustomerKey = CustomerKey,
            CopySourceSSECustomerKeyMD5 = Md5Of(CustomerKey),
        });
        Assert.Equal("x", _shop.Get("copy"));
        Assert.Equal(PlainETag, _shop.Read("copy").ETag);
    }

    [Fact]
    public void Parts_bring_the_customers_key_of_their_upload()
    {
        var upload = _shop.Begin("k", request => request with
        {
            SSECustomerAlgorithm = "AES256", SSECustomerKey = CustomerKey, SSECustomerKeyMD5 = Md5Of(CustomerKey),
        });
        Assert.Equal("InvalidRequest", Rig.Refusal(() => _shop.Part("k", upload, 1, [1])));
        var request = new UploadPartRequest
        {
            Bucket = Shop.Bucket,
            Key = "k",
            UploadId = upload,
            PartNumber = 1,
            SSECustomerAlgorithm = "AES256",
            SSECustomerKey = CustomerKey,
            SSECustomerKeyMD5 = Md5Of(CustomerKey),
        };
        Assert.Equal("AES256", _shop.Stage(new UploadPart(), request, [1]).SSECustomerAlgorithm);
    }

    // S3 user guide, "Using server-side encryption with customer-provided keys (SSE-C)".
    [Theory]
    [InlineData("AES256", null, null, "InvalidArgument")]
    [InlineData("AES256", "key", null, "InvalidArgument")]
    [InlineData("AES128", "key", "md5", "InvalidEncryptionAlgorithmError")]
    [InlineData(null, "key", "md5", "InvalidArgument")]
    [InlineData("AES256", "key", "wrong", "InvalidArgument")]
    [InlineData("AES256", "c2hvcnQ=", "md5", "InvalidArgument")]
    public void Keys_of_customers_that_are_none_are_refused(string? algorithm, string? key, string? md5, string code)
    {
        Assert.Equal(code, Rig.Refusal(() => _shop.Put("k", "x", request => request with
        {
            SSECustomerAlgorithm = algorithm,
            SSECustomerKey = key == "key" ? CustomerKey : key,
            SSECustomerKeyMD5 = md5 == "md5" ? Md5Of(CustomerKey) : md5,
        })));
        Assert.Empty(_shop.List().Contents ?? []);
    }

    [Fact]
    public void Wishes_that_contradict_each_other_are_refused()
    {
        Assert.Equal("InvalidArgument", Refused(request => Customer(CustomerKey)(request) with
        {
            ServerSideEncryption = ServerSideEncryption.Aes256,
        }));
        Assert.Equal("InvalidArgument", Refused(static request => request with { SSEKMSKeyId = "alias/any" }));
        Assert.Equal("InvalidArgument", Refused(static request => request with
        {
            ServerSideEncryption = ServerSideEncryption.AwsKms, SSEKMSEncryptionContext = "e30",
        }));
        Assert.Equal("NotImplemented", Refused(static request => request with
        {
            ServerSideEncryption = ServerSideEncryption.AwsFsx,
        }));
        _shop.Rig.Run(new PutBucketEncryption(), new PutBucketEncryptionRequest
        {
            Bucket = Shop.Bucket,
            ServerSideEncryptionConfiguration = new()
            {
                Rules = [new() { BlockedEncryptionTypes = new() { EncryptionType = [EncryptionType.SseC] } }],
            },
        });
        Assert.Equal("AccessDenied", Refused(Customer(CustomerKey)));

        string Refused(Func<PutObjectRequest, PutObjectRequest> with) => Rig.Refusal(() => _shop.Put("k", "x", with));
    }

    private VersionRecord Kept(string key) => _shop.Rig.Ask(call => call.Read(Tables.Objects)
        .Find(new ObjectKey(KeyText.Object(Shop.Bucket, key).Value)))!;

    private void Default(ServerSideEncryption algorithm, string? key) => _shop.Rig.Run(
        new PutBucketEncryption(),
        new PutBucketEncryptionRequest
        {
            Bucket = Shop.Bucket,
            ServerSideEncryptionConfiguration = new()
            {
                Rules =
                [
                    new()
                    {
                        ApplyServerSideEncryptionByDefault = new() { SSEAlgorithm = algorithm, KMSMasterKeyID = key },
                        BucketKeyEnabled = true,
                    },
                ],
            },
        });

    private string NewKey() => _shop.Rig.Run(new CreateKey(), new()).KeyMetadata!.KeyId!;

    private static string ArnOf(string key) => $"arn:aws:kms:eu-west-1:123456789012:key/{key}";

    private static Func<PutObjectRequest, PutObjectRequest> Encrypted(string key) => request => request with
    {
        ServerSideEncryption = ServerSideEncryption.AwsKms, SSEKMSKeyId = key,
    };

    private static Func<PutObjectRequest, PutObjectRequest> Customer(string key) => request => request with
    {
        SSECustomerAlgorithm = "AES256", SSECustomerKey = key, SSECustomerKeyMD5 = Md5Of(key),
    };

    private static Func<GetObjectRequest, GetObjectRequest> Reader(string key) => request => request with
    {
        SSECustomerAlgorithm = "AES256", SSECustomerKey = key, SSECustomerKeyMD5 = Md5Of(key),
    };

    private static string KeyOf(byte seed) => Convert.ToBase64String([.. Enumerable.Repeat(seed, 32)]);

    private static string Md5Of(string key) => Convert.ToBase64String(MD5.HashData(Convert.FromBase64String(key)));
}
