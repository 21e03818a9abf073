using System.Text;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Following;
using Orrery.Services.S3.Operations.S3control.AccessPoints;
using Orrery.Services.S3.Operations.S3control.Tagging;
using Orrery.Wire.Generated.S3control;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>
/// Access points. Sources: S3 user guide, "Access points naming rules, restrictions, and limitations", "Access point
/// aliases", "Configuring IAM policies for using access points", "Performing block public access operations on an
/// access point"; S3 API Reference, "Error responses".
/// </summary>
public sealed class AccessPointTests
{
    private const string Account = "123456789012";
    private const string Arn = "arn:aws:s3:eu-west-1:123456789012:accesspoint/front";
    private readonly Shop _shop = new();

    [Fact]
    public void An_access_point_tells_what_it_is_and_goes()
    {
        var made = Make("front", static r => r with { VpcConfiguration = new() { VpcId = "vpc-1234abcd" } });
        Assert.Equal(Arn, made.AccessPointArn);
        Assert.Matches("^front-[a-z0-9]{34}-s3alias$", made.Alias);
        var told = Get("front");
        Assert.Equal(("front", Shop.Bucket, Account, Arn), (
            told.Name, told.Bucket, told.BucketAccountId, told.AccessPointArn));
        Assert.Equal((NetworkOrigin.Vpc, "vpc-1234abcd"), (told.NetworkOrigin, told.VpcConfiguration!.VpcId));
        Assert.True(told.PublicAccessBlockConfiguration!.RestrictPublicBuckets);
        Assert.Equal("s3-accesspoint.eu-west-1.amazonaws.com", told.Endpoints!["ipv4"]);
        Assert.Equal(made.Alias, told.Alias);
        Assert.Equal(NetworkOrigin.Internet, Make("open").AccessPointArn is null ? null : Get("open").NetworkOrigin);
        Delete("front");
        Assert.Equal("NoSuchAccessPoint", Rig.Refusal(() => Get("front")));
        Assert.Equal("NoSuchAccessPoint", Rig.Refusal(() => Delete("front")));
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("-ab")]
    [InlineData("ab-")]
    [InlineData("a_b")]
    [InlineData("a.b")]
    [InlineData("Abc")]
    [InlineData("ab-s3alias")]
    [InlineData("ab-ext-s3alias")]
    [InlineData("a23456789-123456789-123456789-123456789-123456789-1")]
    public void Names_that_are_none_are_refused(string name) =>
        Assert.Equal("InvalidAccessPoint", Rig.Refusal(() => Make(name)));

    [Fact]
    public void An_alias_is_as_long_as_the_name_of_a_bucket_may_be()
    {
        var alias = Make("a2345678901234567890123456789012345678901234567890").Alias!;
        Assert.Equal(63, alias.Length);
        Assert.NotEqual(alias, Make("a2345678901234567890123456789012345678901234567891").Alias);
    }

    [Fact]
    public void What_cannot_have_an_access_point_is_refused()
    {
        Make("front");
        Assert.Equal("AccessPointAlreadyOwnedByYou", Rig.Refusal(() => Make("front")));
        Assert.Equal("InvalidRequest", Rig.Refusal(() => Make("new", r => r with { Bucket = "no-such-bucket" })));
        Assert.Equal("InvalidRequest", Rig.Refusal(
            () => Make("new", r => r with { BucketAccountId = "210987654321" })));
        Assert.Equal("AccessDenied", Rig.Refusal(() => Make("new", r => r with { AccountId = "210987654321" })));
        Assert.Equal("InvalidRequest", Rig.Refusal(
            () => Make("new", r => r with { VpcConfiguration = new() { VpcId = "vpc-1" } })));
        Assert.Equal("NotImplemented", Rig.Refusal(() => Make("new", r => r with { Scope = new() })));
        Assert.Equal("InvalidRequest", Rig.Refusal(() => _shop.Rig.In("us-east-1").Run(
            new CreateAccessPoint(), new() { AccountId = Account, Name = "new", Bucket = Shop.Bucket })));
        var other = _shop.Rig.In("eu-west-1", "210987654321");
        CreateAccessPointRequest theirs = new() { AccountId = "210987654321", Name = "front", Bucket = Shop.Bucket };
        Assert.Equal("AccessDenied", Rig.Refusal(() => other.Run(new CreateAccessPoint(), theirs)));
        var made = other.Run(new CreateAccessPoint(), theirs with { BucketAccountId = Account });
        Assert.Equal("arn:aws:s3:eu-west-1:210987654321:accesspoint/front", made.AccessPointArn);
    }

    [Fact]
    public void Access_points_are_listed_in_pages_and_by_bucket()
    {
        _shop.Make("another-bucket");
        foreach (var name in (string[])["ccc", "aaa", "bbb"]) Make(name);
        Make("other", static request => request with { Bucket = "another-bucket" });
        var page = List(new() { MaxResults = 2 });
        Assert.Equal(["aaa", "bbb"], page.AccessPointList!.Select(static point => point.Name));
        Assert.Equal(
            ["ccc", "other"],
            List(new() { NextToken = page.NextToken }).AccessPointList!.Select(static point => point.Name));
        Assert.Equal("other", Assert.Single(List(new() { Bucket = "another-bucket" }).AccessPointList!).Name);
        Assert.Equal("InvalidRequest", Rig.Refusal(() => List(new() { Bucket = "no-such-bucket" })));
        Assert.Equal("InvalidRequest", Rig.Refusal(() => List(new() { NextToken = "nonsense" })));
        Assert.Equal("NotImplemented", Rig.Refusal(() => List(new() { DataSourceType = "x" })));
        Assert.Empty(_shop.Rig.In("us-east-1").Run(
            new ListAccessPoints(), new() { AccountId = Account }).AccessPointList!);
    }

    [Fact]
    public void Objects_are_put_read_listed_and_copied_by_ARN_and_alias()
    {
        var alias = Make("front").Alias!;
        _shop.Put("a/b", "one", static request => request with { Bucket = Arn });
        Assert.Equal("one", _shop.Get("a/b"));
        Assert.Equal("one", _shop.Get("a/b", request => request with { Bucket = alias }));
        Assert.Equal("a/b", Assert.Single(_shop.List(request => request with { Bucket = alias }).Contents!).Key);
        _shop.Copy("a/b", "copy", static request => request with { CopySource = Arn + "/object/a%2Fb" });
        Assert.Equal("one", _shop.Get("copy"));
        var head = _shop.Rig.Run(new HeadBucket(), new() { Bucket = alias });
        Assert.Equal((true, "eu-west-1"), (head.AccessPointAlias, head.BucketRegion));
        Assert.Equal("InvalidAccessPointAliasError", Rig.Refusal(
            () => _shop.List(static request => request with { Bucket = "none-1-s3alias" })));
        Assert.Equal("NoSuchAccessPoint", Rig.Refusal(
            () => _shop.List(static request => request with { Bucket = Arn + "s" })));
    }

    [Fact]
    public void A_bucket_with_access_points_stays()
    {
        Make("front");
        Assert.Equal("BucketHasAccessPointsAttached", Rig.Refusal(
            () => _shop.Rig.Run(new DeleteBucket(), new() { Bucket = Shop.Bucket })));
        Delete("front");
        _shop.Rig.Run(new DeleteBucket(), new() { Bucket = Shop.Bucket });
    }

    [Theory]
    [InlineData("Internet", "", true)]
    [InlineData("Internet", """, "Condition":{"ArnLike":{"s3:DataAccessPointArn":"arn:aws:s3:*"}}""", true)]
    [InlineData("Internet", """, "Condition":{"StringEquals":{"aws:SourceVpc":"vpc-1234abcd"}}""", false)]
    [InlineData("VPC", "", false)]
    public void A_public_policy_is_told_and_refused_where_it_is_blocked(string origin, string condition, bool isPublic)
    {
        VpcConfiguration? vpc = origin == "VPC" ? new() { VpcId = "vpc-1234abcd" } : null;
        Make("front", request => request with { VpcConfiguration = vpc });
        var policy = Policy("\"*\"", $"{Arn}/object/*", condition);
        if (isPublic) Assert.Equal("AccessDenied", Rig.Refusal(() => Put(policy)));
        else Put(policy);
        Delete("front");
        Make("front", request => request with { VpcConfiguration = vpc, PublicAccessBlockConfiguration = new() });
        Put(policy);
        Assert.Equal(isPublic, _shop.Rig.Run(
            new GetAccessPointPolicyStatus(), new() { AccountId = Account, Name = "front" }).PolicyStatus!.IsPublic);
    }

    [Fact]
    public void A_policy_is_of_its_access_point_alone()
    {
        Make("front");
        const string Theirs = """{"AWS":"arn:aws:iam::123456789012:root"}""";
        Assert.Equal("NoSuchAccessPointPolicy", Rig.Refusal(Told));
        foreach (var resource in (string[])["arn:aws:s3:::a-bucket/*", Arn + "s", "*"])
            Assert.Equal("MalformedPolicy", Rig.Refusal(() => Put(Policy(Theirs, resource, ""))));
        var policy = Policy(Theirs, Arn, "");
        Put(policy);
        Assert.Equal(policy, Told());
        _shop.Rig.Run(new DeleteAccessPointPolicy(), new() { AccountId = Account, Name = "front" });
        Assert.Equal("NoSuchAccessPointPolicy", Rig.Refusal(Told));

        string? Told() => _shop.Rig.Run(
            new GetAccessPointPolicy(), new() { AccountId = Account, Name = "front" }).Policy;
    }

    [Fact]
    public void Tags_come_and_go()
    {
        Make("front", static request => request with { Tags = [new() { Key = "a", Value = "1" }] });
        _shop.Rig.Run(new TagResource(), new()
        {
            AccountId = Account, ResourceArn = Arn,
            Tags = [new() { Key = "b", Value = "2" }, new() { Key = "a", Value = "3" }],
        });
        Assert.Equal(["a=3", "b=2"], Tags());
        _shop.Rig.Run(new UntagResource(), new() { AccountId = Account, ResourceArn = Arn, TagKeys = ["a", "none"] });
        Assert.Equal(["b=2"], Tags());
        Assert.Equal("InvalidTag", Rig.Refusal(() => _shop.Rig.Run(new TagResource(), new()
        {
            AccountId = Account, ResourceArn = Arn, Tags = [new() { Key = "aws:x", Value = "" }],
        })));
        Assert.Equal("NotImplemented", Rig.Refusal(() => _shop.Rig.Run(
            new ListTagsForResource(), new() { AccountId = Account, ResourceArn = "arn:aws:s3:::a-bucket" })));

        IEnumerable<string> Tags() => _shop.Rig.Run(
            new ListTagsForResource(), new() { AccountId = Account, ResourceArn = Arn })
            .Tags!.Select(static tag => $"{tag.Key}={tag.Value}");
    }

    [Fact]
    public void Access_logs_name_the_access_point()
    {
        const string Logs = "some-logs";
        var alias = Make("front").Alias!;
        _shop.Make(Logs);
        _shop.Let(Logs, "logging.s3.amazonaws.com");
        _shop.Rig.Run(new PutBucketLogging(), new()
        {
            Bucket = Shop.Bucket,
            BucketLoggingStatus = new() { LoggingEnabled = new() { TargetBucket = Logs, TargetPrefix = "" } },
        });
        var visit = _shop.Visit("GetObject", "GET") with { Bucket = alias };
        _shop.Rig.Do(call =>
        {
            call.Port<Orrery.Contracts.Stores.IStoreLedger>().Note(call, alias, [visit]);
            return true;
        });
        _shop.Rig.Advance(TimeSpan.FromHours(1));
        var line = Encoding.UTF8.GetString(_shop.BytesOf(Logs, Assert.Single(_shop.KeysOf(Logs))));
        Assert.Contains($" a-bucket [", line, StringComparison.Ordinal);
        Assert.EndsWith($" - {Arn} - -\n", line, StringComparison.Ordinal);
    }

    private static string Policy(string principal, string resource, string condition) => $$"""
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{{principal}},"Action":"s3:GetObject",
         "Resource":"{{resource}}"{{condition}}}]}
        """;

    private object Put(string policy) => _shop.Rig.Run(
        new PutAccessPointPolicy(), new() { AccountId = Account, Name = "front", Policy = policy });

    private CreateAccessPointResult Make(
        string name, Func<CreateAccessPointRequest, CreateAccessPointRequest>? with = null)
    {
        var request = new CreateAccessPointRequest { AccountId = Account, Name = name, Bucket = Shop.Bucket };
        return _shop.Rig.Run(new CreateAccessPoint(), with?.Invoke(request) ?? request);
    }

    private GetAccessPointResult Get(string name) =>
        _shop.Rig.Run(new GetAccessPoint(), new() { AccountId = Account, Name = name });

    private object Delete(string name) =>
        _shop.Rig.Run(new DeleteAccessPoint(), new() { AccountId = Account, Name = name });

    private ListAccessPointsResult List(ListAccessPointsRequest request) =>
        _shop.Rig.Run(new ListAccessPoints(), request with { AccountId = Account });
}
