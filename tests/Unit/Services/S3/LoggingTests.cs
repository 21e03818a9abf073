using System.Text;
using Orrery.Contracts.Identity;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Following;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>
/// Server access logs. Sources: S3 user guide, "Logging requests with server access logging", "Amazon S3 server access
/// log format"; S3 API Reference, PutBucketLogging.
/// </summary>
public sealed class LoggingTests
{
    private const string Logs = "some-logs";
    private const string Service = "logging.s3.amazonaws.com";
    private readonly Shop _shop = new();

    public LoggingTests() => _shop.Make(Logs);

    [Fact]
    public void Requests_come_as_objects_at_the_next_full_hour()
    {
        _shop.Let(Logs, Service);
        Log(new() { TargetBucket = Logs, TargetPrefix = "of/" });
        _shop.Rig.Advance(TimeSpan.FromMinutes(20));
        _shop.Note(_shop.Visit("GetObject", "GET", "a b") with
        {
            BytesSent = 7, ObjectSize = 9, Referer = "x\" y", UserAgent = "curl/8", Signature = "SigV4",
            Authentication = "AuthHeader", Host = "s3.localhost", TotalTime = TimeSpan.FromMilliseconds(12),
            TurnAround = TimeSpan.FromMilliseconds(3),
        });
        _shop.Rig.Advance(TimeSpan.FromMinutes(39));
        Assert.Empty(_shop.KeysOf(Logs));
        _shop.Rig.Advance(TimeSpan.FromMinutes(1));
        var key = Assert.Single(_shop.KeysOf(Logs));
        Assert.Matches("^of/2026-01-01-01-00-00-[0-9A-F]{16}$", key);
        var owner = CanonicalUser.IdOf("123456789012");
        var line = Encoding.UTF8.GetString(_shop.BytesOf(Logs, key));
        Assert.StartsWith(
            $"{owner} a-bucket [01/Jan/2026:00:20:00 +0000] 192.0.2.3 {owner} r", line, StringComparison.Ordinal);
        Assert.Contains(
            " REST.GET.OBJECT a%20b \"GET /a-bucket/a b HTTP/1.1\" 200 - 7 9 12 3 \"x%22 y\" \"curl/8\" - r", line,
            StringComparison.Ordinal);
        Assert.EndsWith(" SigV4 - AuthHeader s3.localhost - - - -\n", line, StringComparison.Ordinal);
        Assert.Equal(27, Fields(line).Count);
        Assert.Equal(key, _shop.Rig.Run(new GetBucketLogging(), new GetBucketLoggingRequest
        {
            Bucket = Shop.Bucket,
        }).LoggingEnabled!.TargetPrefix + key["of/".Length..]);
    }

    // S3 user guide, "Amazon S3 server access log format": BATCH.DELETE.OBJECT.
    [Fact]
    public void Each_key_that_is_deleted_with_others_has_a_line()
    {
        _shop.Let(Logs, Service);
        Log(new() { TargetBucket = Logs, TargetPrefix = "" });
        _shop.Put("one", "12345");
        var id = _shop.Rig.Do(call =>
        {
            new DeleteObjects().Run(
                new()
                {
                    Bucket = Shop.Bucket,
                    Delete = new() { Objects = [new() { Key = "one" }, new() { Key = "a b", VersionId = "x" }] },
                },
                call);
            return call.RequestId;
        });
        _shop.Note(_shop.Visit("DeleteObjects", "POST", null) with
        {
            RequestId = id, Signature = "SigV4", Authentication = "AuthHeader", Host = "s3.localhost",
        });
        _shop.Rig.Advance(TimeSpan.FromHours(1));
        var lines = Encoding.UTF8.GetString(_shop.BytesOf(Logs, Assert.Single(_shop.KeysOf(Logs)))).Split('\n');
        Assert.Contains(" REST.POST.MULTI_OBJECT_DELETE - ", lines[0], StringComparison.Ordinal);
        Assert.Contains(
            $" {id} BATCH.DELETE.OBJECT one - 204 - - 5 - - - - - {id} SigV4 - AuthHeader s3.localhost - - - -",
            lines[1], StringComparison.Ordinal);
        Assert.Matches(" BATCH.DELETE.OBJECT a%20b - 400 [A-Za-z]+ - - - - - - x ", lines[2]);
        Assert.All(lines[..3], static line => Assert.Equal(27, Fields(line).Count));
        Assert.Equal("", lines[3]);
    }

    [Fact]
    public void What_was_asked_before_there_was_a_log_is_not_in_it()
    {
        _shop.Let(Logs, Service);
        var before = _shop.Visit("GetObject", "GET", "before");
        _shop.Rig.Advance(TimeSpan.FromMinutes(1));
        Log(new() { TargetBucket = Logs, TargetPrefix = "" });
        _shop.Note(before);
        _shop.Rig.Advance(TimeSpan.FromHours(1));
        Assert.Empty(_shop.KeysOf(Logs));
        _shop.Note(before, _shop.Visit("GetObject", "GET", "after"));
        _shop.Rig.Advance(TimeSpan.FromHours(1));
        var line = Encoding.UTF8.GetString(_shop.BytesOf(Logs, Assert.Single(_shop.KeysOf(Logs))));
        Assert.Contains(" after ", line, StringComparison.Ordinal);
        Assert.DoesNotContain(" before ", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Partitions_are_of_the_day_of_the_events_or_of_the_delivery()
    {
        _shop.Let(Logs, Service);
        Log(Partitioned(PartitionDateSource.EventTime));
        _shop.Rig.Advance(TimeSpan.FromHours(23.5));
        _shop.Note(_shop.Visit("PutObject", "PUT"));
        _shop.Rig.Advance(TimeSpan.FromHours(1));
        const string folder = "p/123456789012/eu-west-1/a-bucket/2026/01/";
        Assert.Matches($"^{folder}01/2026-01-01-00-00-00-[0-9A-F]{{16}}$", Assert.Single(_shop.KeysOf(Logs)));
        Log(Partitioned(PartitionDateSource.DeliveryTime));
        _shop.Note(_shop.Visit("PutObject", "PUT"));
        _shop.Rig.Advance(TimeSpan.FromHours(1));
        Assert.Matches($"^{folder}02/2026-01-02-01-00-00-[0-9A-F]{{16}}$", _shop.KeysOf(Logs)[1]);
    }

    [Fact]
    public void A_target_has_to_be_there_in_the_same_region_and_to_let_logs_in()
    {
        Assert.Equal("InvalidTargetBucketForLogging", Refused(new() { TargetBucket = "not-here", TargetPrefix = "" }));
        Assert.Equal("InvalidTargetBucketForLogging", Refused(new() { TargetBucket = Logs, TargetPrefix = "" }));
        Assert.Equal("MalformedXML", Refused(new() { TargetBucket = Logs }));
        _shop.Rig.In("us-east-1").Run(new CreateBucket(), new CreateBucketRequest { Bucket = "far-away" });
        Assert.Equal(
            "CrossLocationLoggingProhibited", Refused(new() { TargetBucket = "far-away", TargetPrefix = "" }));
        _shop.Let(Logs, Service);
        var grants = new LoggingEnabled
        {
            TargetBucket = Logs, TargetPrefix = "",
            TargetGrants = [new()
            {
                Permission = BucketLogsPermission.Read,
                Grantee = new()
                {
                    Type = Orrery.Wire.Generated.S3.Type.Group,
                    URI = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers",
                },
            }],
        };
        Assert.Equal("InvalidArgument", Refused(grants));
        Log(new() { TargetBucket = Logs, TargetPrefix = "" });
        Log(null);
        Assert.Null(_shop.Rig.Run(new GetBucketLogging(), new GetBucketLoggingRequest
        {
            Bucket = Shop.Bucket,
        }).LoggingEnabled);
    }

    [Fact]
    public void A_list_of_grants_lets_logs_in_where_lists_count()
    {
        _shop.Rig.Run(new PutBucketOwnershipControls(), new PutBucketOwnershipControlsRequest
        {
            Bucket = Logs,
            OwnershipControls = new() { Rules = [new() { ObjectOwnership = ObjectOwnership.ObjectWriter }] },
        });
        Assert.Equal("InvalidTargetBucketForLogging", Refused(new() { TargetBucket = Logs, TargetPrefix = "" }));
        _shop.Rig.Run(new PutBucketAcl(), new PutBucketAclRequest
        {
            Bucket = Logs, GrantWrite = "uri=http://acs.amazonaws.com/groups/s3/LogDelivery",
        });
        Log(new() { TargetBucket = Logs, TargetPrefix = "" });
        _shop.Note(_shop.Visit("HeadObject", "HEAD"));
        _shop.Rig.Advance(TimeSpan.FromHours(1));
        Assert.Single(_shop.KeysOf(Logs));
    }

    [Fact]
    public void What_is_not_let_in_any_more_is_lost_and_the_bucket_can_be_deleted()
    {
        _shop.Let(Logs, Service);
        Log(new() { TargetBucket = Logs, TargetPrefix = "" });
        _shop.Note(_shop.Visit("HeadObject", "HEAD"));
        _shop.Rig.Run(new DeleteBucketPolicy(), new DeleteBucketPolicyRequest { Bucket = Logs });
        _shop.Rig.Advance(TimeSpan.FromHours(1));
        Assert.Empty(_shop.KeysOf(Logs));
        _shop.Note(_shop.Visit("HeadObject", "HEAD"));
        _shop.Rig.Run(new DeleteBucket(), new DeleteBucketRequest { Bucket = Shop.Bucket });
        _shop.Rig.Advance(TimeSpan.FromHours(1));
        Assert.Empty(_shop.KeysOf(Logs));
    }

    [Fact]
    public void A_delivered_log_is_an_object_like_all_others()
    {
        _shop.Let(Logs, Service);
        Log(new() { TargetBucket = Logs, TargetPrefix = "" });
        _shop.Note(_shop.Visit("HeadObject", "HEAD"));
        _shop.Rig.Advance(TimeSpan.FromHours(1));
        var key = Assert.Single(_shop.KeysOf(Logs));
        var whole = _shop.BytesOf(Logs, key);
        _shop.Stage(
            new Orrery.Services.S3.Operations.Objects.CopyObject(),
            new CopyObjectRequest { Bucket = Shop.Bucket, Key = "copy", CopySource = $"{Logs}/{key}" }, []);
        _shop.Rig.Run(
            new Orrery.Services.S3.Operations.Objects.DeleteObject(),
            new DeleteObjectRequest { Bucket = Logs, Key = key });
        Assert.Equal(whole, _shop.BytesOf(Shop.Bucket, "copy"));
        var part = _shop.Read("copy", static request => request with { Range = "bytes=3-5" });
        Assert.Equal(3, part.ContentLength);
        _shop.Delete("copy");
        Assert.Equal("NoSuchKey", Rig.Refusal(() => _shop.Read("copy")));
    }

    private void Log(LoggingEnabled? wanted) => _shop.Rig.Run(new PutBucketLogging(), new PutBucketLoggingRequest
    {
        Bucket = Shop.Bucket, BucketLoggingStatus = new() { LoggingEnabled = wanted },
    });

    private string Refused(LoggingEnabled wanted) => Rig.Refusal(() =>
    {
        Log(wanted);
        return null;
    });

    private static LoggingEnabled Partitioned(PartitionDateSource source) => new()
    {
        TargetBucket = Logs, TargetPrefix = "p/",
        TargetObjectKeyFormat = new() { PartitionedPrefix = new() { PartitionDateSource = source } },
    };

    // Spaces set fields off, but for those within quotes and brackets.
    private static List<string> Fields(string line) => [.. System.Text.RegularExpressions.Regex
        .Matches(line.TrimEnd(), "\"[^\"]*\"|\\[[^\\]]*\\]|\\S+").Select(static match => match.Value)];
}
