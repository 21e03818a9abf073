using Orrery.Contracts.Identity;
using Orrery.Core;
using Orrery.Services.S3.Operations.Multipart;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Wire.Checksums;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

public sealed class MultipartTests
{
    private const int Mebibyte = 1024 * 1024;
    private readonly Shop _shop = new();

    [Fact]
    public void Parts_make_an_object()
    {
        var (one, two) = (Contents.FileContentsTests.Bytes(5 * Mebibyte), Contents.FileContentsTests.Bytes(1000));
        var upload = _shop.Begin("k");
        var parts = new[] { _shop.Part("k", upload, 2, one), _shop.Part("k", upload, 7, two) };
        _shop.Part("k", upload, 9, two);
        var listed = _shop.Rig.Run(new ListParts(), new ListPartsRequest
        {
            Bucket = Shop.Bucket, Key = "k", UploadId = upload,
        });
        Assert.Equal([2, 7, 9], listed.Parts!.Select(static p => p.PartNumber!.Value));
        var made = Complete(upload, (2, parts[0].ETag), (7, parts[1].ETag));
        Assert.EndsWith("-2\"", made.ETag);
        Assert.Equal(
            Convert.ToBase64String(Digester.Of(DigestKind.Crc64Nvme, [.. one, .. two])), made.ChecksumCRC64NVME);
        var got = _shop.Read("k", r => r with { Range = $"bytes={(5 * Mebibyte) - 2}-{(5 * Mebibyte) + 1}" });
        Assert.Equal(4, got.ContentLength);
        Assert.Equal(1000, _shop.Read("k", r => r with { PartNumber = 2 }).ContentLength);
        Assert.Equal(2, _shop.Read("k", r => r with { PartNumber = 2 }).PartsCount);
        Assert.Equal(
            "NoSuchUpload", _shop.Rig.Refused(new AbortMultipartUpload(), new AbortMultipartUploadRequest
            {
                Bucket = Shop.Bucket, Key = "k", UploadId = upload,
            }));
        // Copied as one, it has the ETag of its bytes.
        var copy = _shop.Copy("k", "copy").CopyObjectResultValue!;
        Assert.Equal(
            $"\"{Convert.ToHexStringLower(Digester.Of(DigestKind.Md5, [.. one, .. two]))}\"", copy.ETag);
    }

    // S3 user guide, "Checking object integrity": which algorithm has which types.
    [Theory]
    [InlineData(ChecksumAlgorithm.Sha256, ChecksumType.FullObject, "InvalidRequest")]
    [InlineData(ChecksumAlgorithm.Sha512, ChecksumType.FullObject, "InvalidRequest")]
    [InlineData(ChecksumAlgorithm.Md5, ChecksumType.FullObject, "InvalidRequest")]
    [InlineData(ChecksumAlgorithm.Xxhash3, ChecksumType.FullObject, "InvalidRequest")]
    [InlineData(ChecksumAlgorithm.Crc64nvme, ChecksumType.Composite, "InvalidRequest")]
    public void Some_types_of_checksums_are_not_possible(ChecksumAlgorithm algorithm, ChecksumType type, string code) =>
        Assert.Equal(code, Rig.Refusal(() => _shop.Begin("k", r => r with
        {
            ChecksumAlgorithm = algorithm, ChecksumType = type,
        })));

    // The messages are those of aws-sdk-php issue 2648 and versitygw issue 1342.
    [Theory]
    [InlineData(ChecksumAlgorithm.Sha256, null)]
    [InlineData(ChecksumAlgorithm.Crc32, ChecksumType.Composite)]
    public void Parts_of_a_composite_checksum_bring_theirs(ChecksumAlgorithm algorithm, ChecksumType? type)
    {
        var name = algorithm.ToWire().ToLowerInvariant();
        var upload = _shop.Begin("k", r => r with { ChecksumAlgorithm = algorithm, ChecksumType = type });
        var missing = Assert.Throws<ServiceException>(() => _shop.Part("k", upload, 1, new byte[10]));
        Assert.Equal(
            $"Checksum Type mismatch occurred, expected checksum Type: {name}, actual checksum Type: null",
            missing.Message);
        var kind = algorithm is ChecksumAlgorithm.Sha256 ? DigestKind.Sha256 : DigestKind.Crc32;
        var sum = Convert.ToBase64String(Digester.Of(kind, new byte[10]));
        var (sha, crc) = kind == DigestKind.Sha256 ? (sum, (string?)null) : (null, sum);
        var part = _shop.Stage(new UploadPart(), new UploadPartRequest
        {
            Bucket = Shop.Bucket, Key = "k", UploadId = upload, PartNumber = 1,
            ChecksumSHA256 = sha, ChecksumCRC32 = crc,
        }, new byte[10]);
        var refused = Assert.Throws<ServiceException>(() => Complete(upload, (1, part.ETag)));
        Assert.Equal(
            $"The upload was created using a {name} checksum. The complete request must include the checksum for each "
            + "part. It was missing for part 1 in the request.", refused.Message);
        Assert.EndsWith("-1", _shop.Rig.Run(new CompleteMultipartUpload(), new CompleteMultipartUploadRequest
        {
            Bucket = Shop.Bucket, Key = "k", UploadId = upload,
            MultipartUpload = new()
            {
                Parts = [new() { PartNumber = 1, ETag = part.ETag, ChecksumSHA256 = sha, ChecksumCRC32 = crc }],
            },
        }) is var made && sha is not null ? made.ChecksumSHA256 : made.ChecksumCRC32);
    }

    [Theory]
    [InlineData(ChecksumAlgorithm.Crc32, ChecksumType.FullObject, ChecksumType.Composite, "FULL_OBJECT")]
    [InlineData(ChecksumAlgorithm.Crc32, ChecksumType.Composite, ChecksumType.FullObject, "COMPOSITE")]
    public void An_upload_is_completed_with_the_type_of_checksum_it_began_with(
        ChecksumAlgorithm algorithm, ChecksumType began, ChecksumType completed, string named)
    {
        var upload = _shop.Begin("k", r => r with { ChecksumAlgorithm = algorithm, ChecksumType = began });
        var sum = Convert.ToBase64String(Digester.Of(DigestKind.Crc32, new byte[10]));
        var part = _shop.Part("k", upload, 1, new byte[10], r => r with { ChecksumCRC32 = sum });
        var request = new CompleteMultipartUploadRequest
        {
            Bucket = Shop.Bucket, Key = "k", UploadId = upload, ChecksumType = completed,
            MultipartUpload = new() { Parts = [new() { PartNumber = 1, ETag = part.ETag, ChecksumCRC32 = sum }] },
        };
        var refused = Assert.Throws<ServiceException>(() => _shop.Rig.Run(new CompleteMultipartUpload(), request));
        Assert.Equal("InvalidRequest", refused.Code);
        Assert.Contains($"using the {named} checksum mode", refused.Message);
        _shop.Rig.Run(new CompleteMultipartUpload(), request with { ChecksumType = began });
    }

    // S3 user guide, "Checking object integrity for data uploads": of these, uploads in parts have composites only.
    [Theory]
    [InlineData(ChecksumAlgorithm.Md5, DigestKind.Md5)]
    [InlineData(ChecksumAlgorithm.Sha512, DigestKind.Sha512)]
    [InlineData(ChecksumAlgorithm.Xxhash64, DigestKind.XxHash64)]
    [InlineData(ChecksumAlgorithm.Xxhash3, DigestKind.XxHash3)]
    [InlineData(ChecksumAlgorithm.Xxhash128, DigestKind.XxHash128)]
    public void Checksums_of_every_algorithm_go_from_parts_to_objects(ChecksumAlgorithm algorithm, DigestKind kind)
    {
        _shop.Put("source", "copied");
        var upload = _shop.Begin("k", r => r with { ChecksumAlgorithm = algorithm });
        var (one, two) = (Digester.Of(kind, new byte[5 * Mebibyte]), Digester.Of(kind, "copied"u8));
        var put = _shop.Part("k", upload, 1, new byte[5 * Mebibyte], r => ChecksumFields.In(r, kind, one));
        Assert.Equal("BadDigest", Rig.Refusal(() => _shop.Part(
            "k", upload, 3, new byte[1], r => ChecksumFields.In(r, kind, one))));
        var copy = _shop.Stage(new UploadPartCopy(), new UploadPartCopyRequest
        {
            Bucket = Shop.Bucket, Key = "k", UploadId = upload, PartNumber = 2, CopySource = $"{Shop.Bucket}/source",
        }, []);
        var (first, second) = (Convert.ToBase64String(one), Convert.ToBase64String(two));
        Assert.Equal((first, second), (ChecksumFields.Of(put), ChecksumFields.Of(copy.CopyPartResult!)));
        var listed = _shop.Rig.Run(
            new ListParts(), new ListPartsRequest { Bucket = Shop.Bucket, Key = "k", UploadId = upload });
        Assert.Equal((algorithm, ChecksumType.Composite), (listed.ChecksumAlgorithm, listed.ChecksumType));
        Assert.Equal([first, second], listed.Parts!.Select(ChecksumFields.Of));
        var whole = $"{Convert.ToBase64String(Digester.Of(kind, [.. one, .. two]))}-2";
        var request = ChecksumFields.In(new CompleteMultipartUploadRequest
        {
            Bucket = Shop.Bucket, Key = "k", UploadId = upload,
            MultipartUpload = new()
            {
                Parts =
                [
                    ChecksumFields.In(new CompletedPart { PartNumber = 1, ETag = put.ETag }, kind, first),
                    ChecksumFields.In(
                        new CompletedPart { PartNumber = 2, ETag = copy.CopyPartResult!.ETag }, kind, second),
                ],
            },
        }, kind, whole);
        Assert.Equal("BadDigest", _shop.Rig.Refused(
            new CompleteMultipartUpload(), ChecksumFields.In(request, kind, first)));
        Assert.Equal(whole, ChecksumFields.Of(_shop.Rig.Run(new CompleteMultipartUpload(), request)));
        Assert.Equal(whole, ChecksumFields.Of(_shop.Read("k", r => r with { ChecksumMode = ChecksumMode.Enabled })));
        var told = _shop.Rig.Run(new GetObjectAttributes(), new GetObjectAttributesRequest
        {
            Bucket = Shop.Bucket, Key = "k",
            ObjectAttributes = [ObjectAttributes.Checksum, ObjectAttributes.ObjectParts],
        });
        Assert.Equal((whole, ChecksumType.Composite), (ChecksumFields.Of(told.Checksum!), told.Checksum!.ChecksumType));
        Assert.Equal([first, second], told.ObjectParts!.Parts!.Select(ChecksumFields.Of));
    }

    [Fact]
    public void Parts_of_a_checksum_of_the_whole_may_leave_theirs_out()
    {
        var upload = _shop.Begin("k", static r => r with
        {
            ChecksumAlgorithm = ChecksumAlgorithm.Crc32, ChecksumType = ChecksumType.FullObject,
        });
        Complete(upload, (1, _shop.Part("k", upload, 1, new byte[10]).ETag));
    }

    // Botocore model, Initiator.
    [Fact]
    public void An_account_that_begins_an_upload_is_told_by_its_canonical_user_id()
    {
        var upload = _shop.Begin("k");
        var listed = Assert.Single(_shop.Rig.Run(
            new ListMultipartUploads(), new ListMultipartUploadsRequest { Bucket = Shop.Bucket }).Uploads!);
        var parts = _shop.Rig.Run(
            new ListParts(), new ListPartsRequest { Bucket = Shop.Bucket, Key = "k", UploadId = upload });
        Assert.Equal(
            (CanonicalUser.IdOf("123456789012"), parts.Owner!.ID), (listed.Initiator!.ID, parts.Initiator!.ID));
    }

    [Fact]
    public void Wrong_parts_are_refused()
    {
        var upload = _shop.Begin("k");
        var small = _shop.Part("k", upload, 1, new byte[10]).ETag;
        var last = _shop.Part("k", upload, 2, new byte[10]).ETag;
        Assert.Equal("EntityTooSmall", Rig.Refusal(() => Complete(upload, (1, small), (2, last))));
        Assert.Equal("InvalidPartOrder", Rig.Refusal(() => Complete(upload, (2, last), (1, small))));
        Assert.Equal("InvalidPart", Rig.Refusal(() => Complete(upload, (1, "\"no\""))));
        Assert.Equal("InvalidPart", Rig.Refusal(() => Complete(upload, (3, small))));
        Assert.Equal("InvalidArgument", Rig.Refusal(() => _shop.Part("k", upload, 10_001, [])));
        Complete(upload, (1, small));
    }

    [Fact]
    public void An_upload_is_listed_until_it_is_given_up()
    {
        var (one, two) = (_shop.Begin("a"), _shop.Begin("a"));
        _shop.Part("a", one, 1, new byte[10]);
        Assert.Equal([one, two], Listed());
        _shop.Rig.Run(new AbortMultipartUpload(), new AbortMultipartUploadRequest
        {
            Bucket = Shop.Bucket, Key = "a", UploadId = one,
        });
        Assert.Equal([two], Listed());

        IEnumerable<string?> Listed() => _shop.Rig.Run(
            new ListMultipartUploads(), new ListMultipartUploadsRequest { Bucket = Shop.Bucket })
            .Uploads!.Select(static u => u.UploadId);
    }

    [Fact]
    public void A_part_may_be_a_copy_of_a_range()
    {
        _shop.Put("source", "0123456789");
        var upload = _shop.Begin("k");
        var part = _shop.Stage(new UploadPartCopy(), new UploadPartCopyRequest
        {
            Bucket = Shop.Bucket, Key = "k", UploadId = upload, PartNumber = 1,
            CopySource = $"{Shop.Bucket}/source", CopySourceRange = "bytes=2-4",
        }, []);
        Complete(upload, (1, part.CopyPartResult!.ETag));
        Assert.Equal("234", _shop.Get("k"));
    }

    private CompleteMultipartUploadResult Complete(string upload, params (int Number, string? ETag)[] parts) =>
        _shop.Rig.Run(new CompleteMultipartUpload(), new CompleteMultipartUploadRequest
        {
            Bucket = Shop.Bucket, Key = "k", UploadId = upload,
            MultipartUpload = new()
            {
                Parts = [.. parts.Select(static p => new CompletedPart { PartNumber = p.Number, ETag = p.ETag })],
            },
        });
}
