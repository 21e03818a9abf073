using CsCheck;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Locking;
using Orrery.Services.S3.Operations.Multipart;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>
/// Object Lock. Source: S3 user guide, "Locking objects with Object Lock", "Object Lock considerations".
/// </summary>
public sealed class LockTests
{
    private static readonly DateTimeOffset InTenDays = Rig.Start.AddDays(10);

    private readonly Shop _shop = new(versioned: true);

    public LockTests() => Configure(_shop, null);

    // The mode, what is asked for, whether governance is bypassed, and whether it is done.
    [Theory]
    [InlineData("GOVERNANCE", "delete", false, false)]
    [InlineData("GOVERNANCE", "delete", true, true)]
    [InlineData("COMPLIANCE", "delete", true, false)]
    [InlineData("GOVERNANCE", "shorten", false, false)]
    [InlineData("GOVERNANCE", "shorten", true, true)]
    [InlineData("COMPLIANCE", "shorten", true, false)]
    [InlineData("GOVERNANCE", "extend", false, true)]
    [InlineData("COMPLIANCE", "extend", false, true)]
    [InlineData("GOVERNANCE", "remove", false, false)]
    [InlineData("GOVERNANCE", "remove", true, true)]
    [InlineData("COMPLIANCE", "remove", true, false)]
    [InlineData("COMPLIANCE", "loosen", true, false)]
    [InlineData("HOLD", "delete", true, false)]
    public void What_is_locked_stays(string mode, string what, bool bypass, bool isDone)
    {
        var version = _shop.Put("k", "x", mode == "HOLD" ? Held : Kept(mode, InTenDays)).VersionId!;
        Func<object?> act = what switch
        {
            "delete" => () => _shop.Rig.Run(new DeleteObject(), new DeleteObjectRequest
            {
                Bucket = Shop.Bucket, Key = "k", VersionId = version, BypassGovernanceRetention = bypass,
            }),
            "shorten" => () => Retain(mode, InTenDays.AddDays(-1), bypass),
            "extend" => () => Retain(mode, InTenDays.AddDays(1), bypass),
            "loosen" => () => Retain("GOVERNANCE", InTenDays.AddDays(1), bypass),
            _ => () => Retain(null, null, bypass),
        };
        if (isDone) act();
        else Assert.Equal("AccessDenied", Rig.Refusal(act));
    }

    [Fact]
    public void A_locked_object_is_hidden_by_a_marker_and_free_when_its_time_has_come()
    {
        var version = _shop.Put("k", "x", Kept("COMPLIANCE", InTenDays)).VersionId!;
        Assert.True(_shop.Delete("k").DeleteMarker);
        var result = _shop.Rig.Run(new DeleteObjects(), new DeleteObjectsRequest
        {
            Bucket = Shop.Bucket, Delete = new() { Objects = [new() { Key = "k", VersionId = version }] },
        });
        Assert.Equal("AccessDenied", Assert.Single(result.Errors!).Code);
        _shop.Rig.Advance(TimeSpan.FromDays(10));
        _shop.Delete("k", version);
        Assert.Empty(_shop.Versions().Versions!);
    }

    [Fact]
    public void A_legal_hold_has_no_end_but_being_lifted()
    {
        var version = _shop.Put("k", "x").VersionId!;
        Hold(ObjectLockLegalHoldStatus.On);
        Assert.Equal(ObjectLockLegalHoldStatus.On, _shop.Rig.Run(
            new GetObjectLegalHold(), new GetObjectLegalHoldRequest { Bucket = Shop.Bucket, Key = "k" })
            .LegalHold!.Status);
        _shop.Rig.Advance(TimeSpan.FromDays(4000));
        Assert.Equal("AccessDenied", Rig.Refusal(() => _shop.Delete("k", version)));
        Assert.Equal(ObjectLockLegalHoldStatus.On, _shop.Read("k").ObjectLockLegalHoldStatus);
        Hold(ObjectLockLegalHoldStatus.Off);
        _shop.Delete("k", version);

        void Hold(ObjectLockLegalHoldStatus status) => _shop.Rig.Run(
            new PutObjectLegalHold(),
            new PutObjectLegalHoldRequest { Bucket = Shop.Bucket, Key = "k", LegalHold = new() { Status = status } });
    }

    [Fact]
    public void Default_retention_begins_when_an_object_is_there()
    {
        Configure(_shop, new() { Mode = ObjectLockRetentionMode.Governance, Days = 3 });
        Assert.Equal("InvalidRequest", Rig.Refusal(() => _shop.Put("k", "x")));
        _shop.Put("k", "x", Summed);
        var upload = _shop.Begin("parts");
        Assert.Equal("InvalidRequest", Rig.Refusal(() => _shop.Part("parts", upload, 1, [1])));
        var part = _shop.Part(
            "parts", upload, 1, [1], request => request with { ContentMD5 = "VaVACK0bpYmqIQ0mKcHfQQ==" });
        _shop.Rig.Advance(TimeSpan.FromDays(1));
        _shop.Rig.Run(new CompleteMultipartUpload(), new CompleteMultipartUploadRequest
        {
            Bucket = Shop.Bucket,
            Key = "parts",
            UploadId = upload,
            MultipartUpload = new() { Parts = [new() { PartNumber = 1, ETag = part.ETag }] },
        });
        Assert.Equal(Rig.Start.AddDays(3), Until("k"));
        Assert.Equal(Rig.Start.AddDays(4), Until("parts"));
        _shop.Copy("k", "copy");
        Assert.Equal(Rig.Start.AddDays(4), Until("copy"));
        _shop.Put("own", "x", Kept("COMPLIANCE", InTenDays));
        Assert.Equal(InTenDays, Until("own"));
        Configure(_shop, null);
        _shop.Put("free", "x");
        Assert.Equal("NoSuchObjectLockConfiguration", Rig.Refusal(() => Until("free")));
    }

    [Fact]
    public void Lifecycles_wait_for_locks()
    {
        _shop.Age(Aging.Rule() with { NoncurrentVersionExpiration = new() { NoncurrentDays = 1 } });
        _shop.Put("kept", "1", Kept("COMPLIANCE", InTenDays));
        _shop.Put("held", "1", Held);
        _shop.Put("free", "1");
        foreach (var key in new[] { "kept", "held", "free" }) _shop.Put(key, "2");
        _shop.Rig.Advance(TimeSpan.FromDays(5));
        Assert.Equal(2, Count("kept"));
        Assert.Equal(2, Count("held"));
        Assert.Equal(1, Count("free"));
        _shop.Rig.Advance(TimeSpan.FromDays(6));
        Assert.Equal(1, Count("kept"));
        Assert.Equal(2, Count("held"));

        int Count(string key) => _shop.Versions().Versions!.Count(version => version.Key == key);
    }

    [Fact]
    public void Only_buckets_with_versions_can_have_locks_and_keep_both()
    {
        var shop = new Shop();
        Assert.Equal("InvalidBucketState", Rig.Refusal(() =>
        {
            Configure(shop, null);
            return null;
        }));
        Assert.Equal("InvalidRequest", Rig.Refusal(() => shop.Put("k", "x", Held)));
        Assert.Equal("InvalidRequest", shop.Rig.Refused(
            new GetObjectRetention(), new GetObjectRetentionRequest { Bucket = Shop.Bucket, Key = "k" }));
        _shop.Rig.Run(new CreateBucket(), new CreateBucketRequest
        {
            Bucket = "locked",
            ObjectLockEnabledForBucket = true,
            CreateBucketConfiguration = new() { LocationConstraint = BucketLocationConstraint.EuWest1 },
        });
        Assert.Equal(BucketVersioningStatus.Enabled, _shop.Rig.Run(
            new GetBucketVersioning(), new GetBucketVersioningRequest { Bucket = "locked" }).Status);
        Assert.Equal(ObjectLockEnabled.Enabled, _shop.Rig.Run(
            new GetObjectLockConfiguration(), new GetObjectLockConfigurationRequest { Bucket = "locked" })
            .ObjectLockConfiguration!.ObjectLockEnabled);
        Assert.Equal("InvalidBucketState", Rig.Refusal(() =>
        {
            _shop.Version(BucketVersioningStatus.Suspended);
            return null;
        }));
    }

    [Theory]
    [InlineData(null, 1, "InvalidArgument")]
    [InlineData("GOVERNANCE", null, "InvalidArgument")]
    [InlineData("GOVERNANCE", -1, "InvalidArgument")]
    public void Half_a_lock_and_one_that_is_over_are_refused(string? mode, int? days, string code)
    {
        Assert.Equal(code, Rig.Refusal(() => _shop.Put("k", "x", request => Summed(request) with
        {
            ObjectLockMode = ObjectLockModeWire.Parse(mode),
            ObjectLockRetainUntilDate = days is null ? null : Rig.Start.AddDays(days.Value),
        })));
        Assert.Equal("InvalidRequest", Rig.Refusal(() => _shop.Put("k", "x", static request => request with
        {
            ObjectLockMode = ObjectLockMode.Governance, ObjectLockRetainUntilDate = InTenDays,
        })));
    }

    [Theory]
    [InlineData(0, null, "InvalidArgument")]
    [InlineData(36_501, null, "InvalidArgument")]
    [InlineData(1, 1, "MalformedXML")]
    [InlineData(null, null, "MalformedXML")]
    public void Default_retentions_that_cannot_be_are_refused(int? days, int? years, string code) =>
        Assert.Equal(code, Rig.Refusal(() =>
        {
            Configure(_shop, new() { Mode = ObjectLockRetentionMode.Compliance, Days = days, Years = years });
            return null;
        }));

    // Whatever is asked in whatever order: a version goes only when a model of two dates and a hold lets it.
    [Fact]
    public void Versions_go_exactly_when_a_model_lets_them() => Gen.Select(Gen.Int[0, 4], Gen.Int[1, 30], Gen.Bool)
        .Array[1, 12].Sample(
            static steps =>
            {
                var shop = new Shop(versioned: true);
                Configure(shop, null);
                var version = shop.Put("k", "x").VersionId!;
                var (now, until, isCompliance, hold) = (0, -1, false, false);
                foreach (var (kind, days, flag) in steps)
                {
                    var binds = until > now;
                    switch (kind)
                    {
                        case 0:
                            shop.Rig.Advance(TimeSpan.FromDays(days));
                            now += days;
                            break;
                        case 1:
                            shop.Rig.Run(new PutObjectLegalHold(), new PutObjectLegalHoldRequest
                            {
                                Bucket = Shop.Bucket,
                                Key = "k",
                                LegalHold = new()
                                {
                                    Status = flag ? ObjectLockLegalHoldStatus.On : ObjectLockLegalHoldStatus.Off,
                                },
                            });
                            hold = flag;
                            break;
                        case 4:
                            var mayGo = !hold && (!binds || (!isCompliance && flag));
                            if (Try(() => shop.Rig.Run(new DeleteObject(), new DeleteObjectRequest
                            {
                                Bucket = Shop.Bucket, Key = "k", VersionId = version, BypassGovernanceRetention = flag,
                            })) != mayGo) return false;
                            if (mayGo) return shop.Versions().Versions!.Count == 0;
                            break;
                        default:
                            var wanted = now + days;
                            var mode = kind == 2 ? "GOVERNANCE" : "COMPLIANCE";
                            var may = !binds || (isCompliance
                                ? kind == 3 && wanted >= until
                                : wanted >= until || flag);
                            if (Try(() => Retain(shop, mode, Rig.Start.AddDays(wanted), flag)) != may) return false;
                            if (may) (until, isCompliance) = (wanted, kind == 3);
                            break;
                    }
                }

                return shop.Versions().Versions!.Count == 1;
            },
            iter: 60);

    private static bool Try(Func<object?> act)
    {
        try
        {
            act();
            return true;
        }
        catch (Orrery.Core.ServiceException refusal)
        {
            Assert.Equal("AccessDenied", refusal.Code);
            return false;
        }
    }

    private DateTimeOffset? Until(string key) => _shop.Rig.Run(
        new GetObjectRetention(), new GetObjectRetentionRequest { Bucket = Shop.Bucket, Key = key })
        .Retention!.RetainUntilDate;

    private PutObjectRetentionResult Retain(string? mode, DateTimeOffset? until, bool bypass) =>
        Retain(_shop, mode, until, bypass);

    private static PutObjectRetentionResult Retain(Shop shop, string? mode, DateTimeOffset? until, bool bypass) =>
        shop.Rig.Run(new PutObjectRetention(), new PutObjectRetentionRequest
        {
            Bucket = Shop.Bucket,
            Key = "k",
            BypassGovernanceRetention = bypass,
            Retention = new() { Mode = ObjectLockRetentionModeWire.Parse(mode), RetainUntilDate = until },
        });

    private static void Configure(Shop shop, DefaultRetention? retention) => shop.Rig.Run(
        new PutObjectLockConfiguration(),
        new PutObjectLockConfigurationRequest
        {
            Bucket = Shop.Bucket,
            ObjectLockConfiguration = new()
            {
                ObjectLockEnabled = ObjectLockEnabled.Enabled,
                Rule = retention is null ? null : new() { DefaultRetention = retention },
            },
        });

    private static PutObjectRequest Held(PutObjectRequest request) => Summed(request) with
    {
        ObjectLockLegalHoldStatus = ObjectLockLegalHoldStatus.On,
    };

    private static PutObjectRequest Summed(PutObjectRequest request) =>
        request with { ChecksumAlgorithm = ChecksumAlgorithm.Crc32 };

    private static Func<PutObjectRequest, PutObjectRequest> Kept(string mode, DateTimeOffset until) =>
        request => Summed(request) with
        {
            ObjectLockMode = ObjectLockModeWire.Parse(mode), ObjectLockRetainUntilDate = until,
        };
}
