using Orrery.Contracts.Identity;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Operations.VpcEndpoints;
using Orrery.Services.Ec2.Operations.Vpcs;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Services.S3.Operations.S3control.AccessPoints;
using Orrery.Services.S3.Operations.S3control.Tagging;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Wire.Generated.Ec2;
using Orrery.Wire.Generated.S3;
using Orrery.Wire.Generated.S3control;
using Control = Orrery.Wire.Generated.S3control;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>
/// Who may use a bucket through an access point: the access point has to let them, and the bucket too. Source: S3 user
/// guide, "Configuring IAM policies for using access points".
/// </summary>
public sealed class AccessPointTests
{
    private const string Arn = "arn:aws:s3:eu-west-1:123456789012:accesspoint/front";
    private const string Account = GuardRig.Account;
    private const string Delegation =
        """, "Condition":{"StringEquals":{"s3:DataAccessPointAccount":"123456789012"}}""";

    private readonly StoreRig _rig = new();

    /// <summary>The user's own policy, that of the access point, that of the bucket; whether they may get objects.
    /// </summary>
    public static TheoryData<string, string, string, bool> Cases { get; } = new()
    {
        { "none",        "none",    "none",          false },
        { "none",        "grants",  "none",          false },
        { "none",        "grants",  "delegates",     true },
        { "none",        "grants",  "grants",        true },
        { "none",        "none",    "delegates",     false },
        { "none",        "grants",  "by other",      false },
        { "point",       "none",    "none",          true },
        { "point",       "none",    "delegates",     true },
        { "point",       "denies",  "delegates",     false },
        { "point",       "none",    "denies",        false },
        { "point",       "none",    "not internet",  false },
        { "bucket",      "none",    "none",          false },
        { "bucket",      "grants",  "none",          true },
        { "everything",  "none",    "none",          true },
        { "everything",  "denies",  "none",          false },
        { "everything",  "none",    "denies",        false },
        { "by arn",      "none",    "none",          true },
        { "by other",    "none",    "none",          false },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_access_point_and_the_bucket_have_to_permit(string own, string point, string bucket, bool may)
    {
        Make();
        var ann = _rig.Guard.User("ann", Identity(own));
        Put(point);
        Bucket(bucket);
        Assert.Equal(may ? null : "AccessDenied", Get(ann));
        // By its own name nothing of the access point counts.
        var isLet = own is "bucket" or "everything" || bucket == "grants";
        Assert.Equal(isLet && bucket != "denies", _rig.Get(ann) is null);
    }

    [Fact]
    public void Another_account_needs_both_policies_and_its_own()
    {
        Make(isOpen: true);
        var able = _rig.Who("other user with s3:*");
        Assert.Equal("AccessDenied", Get(able));
        const string Theirs = $$"""{"AWS":"arn:aws:iam::{{StoreRig.Other}}:root"}""";
        PutPolicy(Statement("Allow", Theirs));
        Assert.Equal("AccessDenied", Get(able));
        Bucket("delegates");
        Assert.Null(Get(able));
        Assert.Equal("AccessDenied", Get(_rig.Who("other user")));
        Assert.Equal("AccessDenied", _rig.Get(able));
    }

    [Fact]
    public void Nobody_and_old_signatures_are_not_let_through()
    {
        Make(isOpen: true);
        PutPolicy(Statement("Allow", "\"*\""));
        Bucket("delegates");
        Assert.Null(Get(StoreRig.Root));
        Assert.Equal("AccessDenied", Get(StoreRig.Nobody));
        _rig.Guard.Wire = new()
        {
            Method = "GET", RawPath = "/k", Headers = new() { { "Authorization", "AWS 123456789012:x" } },
        };
        Assert.Equal("InvalidRequest", Get(StoreRig.Root));
    }

    [Fact]
    public void One_for_a_VPC_is_reached_from_there_only()
    {
        var vpc = _rig.Guard.Rig.Run(new CreateVpc(), new() { CidrBlock = "10.0.0.0/16" }).Vpc!.VpcId!;
        var door = _rig.Guard.Rig.Run(new CreateVpcEndpoint(), new()
        {
            VpcId = vpc, ServiceName = "com.amazonaws.eu-west-1.s3", VpcEndpointType = VpcEndpointType.Gateway,
        }).VpcEndpoint!.VpcEndpointId!;
        Make(vpc);
        Bucket("internet denied");
        Assert.Equal("AccessDenied", Get(StoreRig.Root));
        _rig.Guard.Wire = new()
        {
            Method = "GET",
            RawPath = "/k",
            Headers = new() { { "Host", $"front-{Account}.{door}.vpce.localhost:4566" } },
        };
        Assert.Null(Get(StoreRig.Root));
        Make("vpc-0123456789abcdef0", name: "other");
        Assert.Equal("AccessDenied", Get(StoreRig.Root, Arn.Replace("front", "other", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_access_points_do_not_serve_is_refused()
    {
        Make();
        Assert.Equal("MethodNotAllowed", _rig.Guard.Code(
            StoreRig.Root, new GetBucketVersioning(), new GetBucketVersioningRequest { Bucket = Arn }));
        Assert.Null(_rig.Guard.Code(
            StoreRig.Root, new GetBucketLocation(), new GetBucketLocationRequest { Bucket = Arn }));
    }

    [Fact]
    public void What_may_not_be_listed_is_not_told_to_be_missing()
    {
        Make();
        var ann = _rig.Guard.User("ann", GuardRig.Allow("s3:GetObject", Arn + "/object/*"));
        Assert.Equal("AccessDenied", Get(ann, key: "none"));
        _rig.Guard.Put("ann", GuardRig.Allow("s3:*", Arn + "*"));
        Assert.Equal("NoSuchKey", Get(ann, key: "none"));
    }

    [Fact]
    public void Each_of_many_deletions_is_asked_of_the_access_point()
    {
        Make();
        var ann = _rig.Guard.User("ann", GuardRig.Allow("s3:DeleteObject", Arn + "/object/mine/*"));
        var result = _rig.Guard.Run(ann, new DeleteObjects(), new DeleteObjectsRequest
        {
            Bucket = Arn, Delete = new() { Objects = [new() { Key = "mine/1" }, new() { Key = "others/2" }] },
        });
        Assert.Equal("mine/1", Assert.Single(result.Deleted!).Key);
        Assert.Equal("others/2", Assert.Single(result.Errors!).Key);
    }

    [Fact]
    public void A_copy_asks_the_access_point_of_its_source()
    {
        Make();
        var ann = _rig.Guard.User(
            "ann",
            GuardRig.Allow("s3:PutObject", "arn:aws:s3:::shop/*") + ","
            + GuardRig.Allow("s3:GetObject", Arn + "/object/k"));
        var request = new CopyObjectRequest { Bucket = "shop", Key = "to", CopySource = Arn + "/object/k" };
        Assert.True(_rig.Guard.May(ann, "s3", "CopyObject", request));
        Assert.False(_rig.Guard.May(ann, "s3", "CopyObject", request with { CopySource = "shop/k" }));
        Assert.False(_rig.Guard.May(ann, "s3", "CopyObject", request with { CopySource = Arn + "/object/other" }));
    }

    [Fact]
    public void The_origin_of_new_access_points_can_be_prescribed()
    {
        var ann = _rig.Guard.User("ann", """
            {"Effect":"Allow","Action":"s3:CreateAccessPoint",
             "Resource":"arn:aws:s3:eu-west-1:123456789012:accesspoint/a*",
             "Condition":{"StringEquals":{"s3:AccessPointNetworkOrigin":"VPC"} } }
            """);
        var request = new CreateAccessPointRequest { AccountId = Account, Name = "abc", Bucket = "shop" };
        Assert.False(_rig.Guard.May(ann, "s3control", "CreateAccessPoint", request));
        request = request with { VpcConfiguration = new() { VpcId = "vpc-1234abcd" } };
        Assert.True(_rig.Guard.May(ann, "s3control", "CreateAccessPoint", request));
        Assert.False(_rig.Guard.May(ann, "s3control", "CreateAccessPoint", request with { Name = "bcd" }));
    }

    [Fact]
    public void Conditions_may_ask_for_the_tags_of_the_access_point()
    {
        Make();
        Bucket("delegates");
        var ann = _rig.Guard.User("ann", """
            {"Effect":"Allow","Action":["s3:GetObject","s3:DeleteAccessPoint"],"Resource":"*",
             "Condition":{"StringEquals":{"s3:AccessPointTag/team":"red"} } }
            """);
        DeleteAccessPointRequest gone = new() { AccountId = Account, Name = "front" };
        Assert.Equal("AccessDenied", Get(ann));
        Assert.False(_rig.Guard.May(ann, "s3control", "DeleteAccessPoint", gone));
        _rig.Guard.Rig.Run(new TagResource(), new()
        {
            AccountId = Account, ResourceArn = Arn, Tags = [new() { Key = "team", Value = "red" }],
        });
        Assert.Null(Get(ann));
        Assert.True(_rig.Guard.May(ann, "s3control", "DeleteAccessPoint", gone));
    }

    [Fact]
    public void Who_can_asks_the_access_point_and_the_bucket()
    {
        Make();
        _rig.Guard.User("ann", GuardRig.Allow("s3:GetObject", Arn + "/object/*"));
        _rig.Guard.User("bob", GuardRig.Allow("s3:GetObject", "arn:aws:s3:::shop/*"));
        Assert.Equal(["ann", "root"], Find());
        Bucket("denies");
        Assert.DoesNotContain("ann", Find());

        IEnumerable<string> Find() => _rig.Guard.Rig.Ask(call => call.Port<IAccessSearch>().Find(
            call, "s3:GetObject", Arn + "/object/k", new Dictionary<string, string>()))
            .Select(static one => one.Principal[(one.Principal.LastIndexOfAny([':', '/']) + 1)..])
            .Order(StringComparer.Ordinal);
    }

    private static string Identity(string words) => words switch
    {
        "none" => GuardRig.Allow("orrery:Nothing"),
        "point" => GuardRig.Allow("s3:GetObject", Arn + "/object/*"),
        "bucket" => GuardRig.Allow("s3:GetObject", "arn:aws:s3:::shop/*"),
        "everything" => GuardRig.Allow("s3:*"),
        "by arn" => ByArn(Arn),
        "by other" => ByArn(Arn + "s"),
        _ => throw new ArgumentException(words),
    };

    private static string ByArn(string arn) => $$"""
        {"Effect":"Allow","Action":"s3:GetObject","Resource":"*",
         "Condition":{"StringEquals":{"s3:DataAccessPointArn":"{{arn}}"} } }
        """;

    private void Put(string words)
    {
        if (words != "none") PutPolicy(Statement(
            words == "grants" ? "Allow" : "Deny", $$"""{"AWS":"arn:aws:iam::{{Account}}:user/ann"}"""));
    }

    private static string Statement(string effect, string principal) => $$"""
        {"Effect":"{{effect}}","Principal":{{principal}},"Action":"s3:GetObject","Resource":"{{Arn}}/object/*"}
        """;

    private void PutPolicy(string statement) => _rig.Guard.Rig.Run(
        new PutAccessPointPolicy(), new() { AccountId = Account, Name = "front", Policy = GuardRig.Policy(statement) });

    private void Bucket(string words)
    {
        const string Everybody = "\"*\"";
        const string Ann = $$"""{"AWS":"arn:aws:iam::{{Account}}:user/ann"}""";
        const string Internet = """, "Condition":{"StringEquals":{"s3:AccessPointNetworkOrigin":"Internet"}}""";
        var statement = words switch
        {
            "none" => null,
            "grants" => StoreRig.Statement("Allow", Ann, "s3:GetObject"),
            "denies" => StoreRig.Statement("Deny", Ann, "s3:GetObject"),
            "delegates" => StoreRig.Statement("Allow", Everybody, "s3:*", Delegation),
            "by other" => StoreRig.Statement(
                "Allow", Everybody, "s3:*", Delegation.Replace(Account, StoreRig.Other, StringComparison.Ordinal)),
            "not internet" or "internet denied" => StoreRig.Statement("Deny", Everybody, "s3:GetObject", Internet),
            _ => throw new ArgumentException(words),
        };
        if (statement is not null) _rig.Policy(statement);
    }

    private void Make(string? vpc = null, bool isOpen = false, string name = "front") => _rig.Guard.Rig.Run(
        new CreateAccessPoint(), new()
        {
            AccountId = Account,
            Name = name,
            Bucket = StoreRig.Bucket,
            VpcConfiguration = vpc is null ? null : new() { VpcId = vpc },
            PublicAccessBlockConfiguration = isOpen ? new Control.PublicAccessBlockConfiguration() : null,
        });

    private string? Get(Caller who, string bucket = Arn, string key = "k") => _rig.Guard.Code(
        who, new GetObject(), new GetObjectRequest { Bucket = bucket, Key = key });
}
