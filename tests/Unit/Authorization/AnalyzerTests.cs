using Orrery.Services.AccessAnalyzer.Operations.Found;
using Orrery.Services.AccessAnalyzer.Operations.Lifecycle;
using Orrery.Services.AccessAnalyzer.Operations.Resources;
using Orrery.Services.Iam.Operations.Roles;
using Orrery.Services.Kms.Operations.Grants;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Services.Organizations.Operations.Accounts;
using Orrery.Services.Organizations.Operations.Organization;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.S3control.AccessPoints;
using Orrery.Services.SecretsManager.Operations.Lifecycle;
using Orrery.Services.SecretsManager.Operations.Policies;
using Orrery.Services.Sns.Operations.Topics;
using Orrery.Services.Sqs.Operations.Queues;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Tests.Unit.Services;
using Orrery.Wire.Generated.Accessanalyzer;
using Orrery.Wire.Generated.Kms;
using Orrery.Wire.Generated.S3;
using Type = Orrery.Wire.Generated.Accessanalyzer.Type;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>Access Analyzer over the services that there are.</summary>
public sealed class AnalyzerTests
{
    private static readonly CreateBucketConfiguration Here =
        new() { LocationConstraint = BucketLocationConstraint.EuWest1 };

    private static readonly PublicAccessBlockConfiguration Blocked = new()
    {
        BlockPublicAcls = true, IgnorePublicAcls = true, BlockPublicPolicy = true, RestrictPublicBuckets = true,
    };

    private readonly Rig _rig = GuardRig.New().Rig;

    [Fact]
    public void What_services_make_by_themselves_lets_nobody_in()
    {
        _rig.Run(new CreateKey(), new());
        _rig.Run(new CreateTopic(), new() { Name = "t" });
        _rig.Run(new CreateQueue(), new() { QueueName = "q" });
        _rig.Run(new CreateSecret(), new() { Name = "s", SecretString = "x" });
        Role("own", GuardRig.Account);
        var arn = Analyzer(Type.Account);
        Assert.Empty(_rig.Run(new ListFindings(), new() { AnalyzerArn = arn }).Findings!);
        Assert.Equal(
            [ResourceType.AWSIAMRole, ResourceType.AWSKMSKey, ResourceType.AWSSNSTopic],
            _rig.Run(new ListAnalyzedResources(), new() { AnalyzerArn = arn }).AnalyzedResources!
                .Select(r => r.ResourceType!.Value).Distinct().Order());
    }

    [Fact]
    public void Roles_and_secrets_that_others_may_use_are_found()
    {
        Role("partner", "999988887777");
        var secret = _rig.Run(new CreateSecret(), new() { Name = "s", SecretString = "x" }).ARN!;
        _rig.Run(new PutResourcePolicy(), new()
        {
            SecretId = secret,
            ResourcePolicy = """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"secretsmanager:GetSecretValue",
                 "Resource":"*","Principal":{"AWS":"arn:aws:iam::999988887777:root"} } }
                """,
        });
        var found = _rig.Run(new ListFindings(), new() { AnalyzerArn = Analyzer(Type.Account) }).Findings!;
        Assert.Equal(
            ["arn:aws:iam::123456789012:role/partner", secret],
            found.Select(f => f.Resource!).Order(StringComparer.Ordinal));
        Assert.All(found, f => Assert.Equal("999988887777", f.Principal!["AWS"]));
    }

    [Fact]
    public void A_key_that_is_granted_to_another_account_is_found_until_the_grant_is_revoked()
    {
        var key = _rig.Run(new CreateKey(), new()).KeyMetadata!;
        const string Guest = "arn:aws:iam::999988887777:role/guest";
        var grant = _rig.Run(new CreateGrant(), new()
        {
            KeyId = key.KeyId,
            GranteePrincipal = Guest,
            Operations = [GrantOperation.Decrypt],
            Constraints = new() { EncryptionContextSubset = new Dictionary<string, string> { ["app"] = "one" } },
        }).GrantId;
        _rig.Run(new CreateGrant(), new()
        {
            KeyId = key.KeyId,
            GranteePrincipal = "arn:aws:iam::123456789012:root",
            Operations = [GrantOperation.Encrypt],
        });
        var analyzer = Analyzer(Type.Account);
        FindingSummary Found() => Assert.Single(
            _rig.Run(new ListFindings(), new() { AnalyzerArn = analyzer }).Findings!);
        Assert.Equal((key.Arn, Guest), (Found().Resource, Found().Principal!["AWS"]));
        Assert.Equal(["kms:Decrypt"], Found().Action!);
        Assert.Equal("one", Found().Condition!["kms:EncryptionContext:app"]);
        _rig.Run(new RevokeGrant(), new() { KeyId = key.KeyId, GrantId = grant });
        Assert.Equal(FindingStatus.Resolved, Found().Status);
    }

    [Fact]
    public void Buckets_that_others_may_use_are_found_by_policy_and_by_list_until_public_access_is_blocked()
    {
        _rig.Run(new CreateBucket(), new() { Bucket = "own", CreateBucketConfiguration = Here });
        _rig.Run(new CreateBucket(), new()
        {
            Bucket = "listed", CreateBucketConfiguration = Here, ObjectOwnership = ObjectOwnership.ObjectWriter,
        });
        _rig.Run(new CreateBucket(), new() { Bucket = "shown", CreateBucketConfiguration = Here });
        foreach (var bucket in new[] { "listed", "shown" })
            _rig.Run(new DeletePublicAccessBlock(), new() { Bucket = bucket });
        _rig.Run(new PutBucketAcl(), new() { Bucket = "listed", ACL = BucketCannedACL.PublicRead });
        _rig.Run(new PutBucketPolicy(), new()
        {
            Bucket = "shown",
            Policy = """
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject",
                 "Resource":"arn:aws:s3:::shown/*","Principal":"*"} }
                """,
        });
        var analyzer = Analyzer(Type.Account);
        var found = _rig.Run(new ListFindings(), new() { AnalyzerArn = analyzer }).Findings!;
        Assert.Equal(
            ["arn:aws:s3:::listed", "arn:aws:s3:::shown"],
            found.Select(f => f.Resource!).Order(StringComparer.Ordinal));
        Assert.All(found, f => Assert.Equal((true, ResourceType.AWSS3Bucket), (f.IsPublic, f.ResourceType)));
        foreach (var bucket in new[] { "listed", "shown" })
            _rig.Run(new PutPublicAccessBlock(), new() { Bucket = bucket, PublicAccessBlockConfiguration = Blocked });
        Assert.All(
            _rig.Run(new ListFindings(), new() { AnalyzerArn = analyzer }).Findings!,
            f => Assert.Equal(FindingStatus.Resolved, f.Status));
    }

    // IAM User Guide, "IAM Access Analyzer resource types": access points of a bucket are found at the bucket.
    [Fact]
    public void Whom_an_access_point_lets_in_is_found_at_the_bucket_if_the_bucket_lets_them_too()
    {
        const string Point = "arn:aws:s3:eu-west-1:123456789012:accesspoint/front";
        _rig.Run(new CreateBucket(), new() { Bucket = "shop", CreateBucketConfiguration = Here });
        _rig.Run(new CreateAccessPoint(), new() { AccountId = GuardRig.Account, Name = "front", Bucket = "shop" });
        var analyzer = Analyzer(Type.Account);
        FindingSummary[] Found() => [.. _rig.Run(new ListFindings(), new() { AnalyzerArn = analyzer }).Findings!];
        _rig.Run(new PutBucketPolicy(), new()
        {
            Bucket = "shop",
            Policy = GuardRig.Policy($$$"""
                {"Effect":"Allow","Principal":"*","Action":"s3:*",
                 "Resource":["arn:aws:s3:::shop","arn:aws:s3:::shop/*"],
                 "Condition":{"StringEquals":{"s3:DataAccessPointAccount":"{{{GuardRig.Account}}}"} } }
                """),
        });
        Assert.Empty(Found());
        Let("123456789012");
        Assert.Empty(Found());
        Let("999988887777");
        var found = Assert.Single(Found());
        Assert.Equal(("arn:aws:s3:::shop", ResourceType.AWSS3Bucket, "999988887777"), (
            found.Resource, found.ResourceType, found.Principal!["AWS"]));
        Assert.Equal(["s3:GetObject"], found.Action!);
        var source = Assert.Single(found.Sources!);
        Assert.Equal((FindingSourceType.S3AccessPoint, Point), (source.Type, source.Detail!.AccessPointArn));
        var details = _rig.Run(new GetFindingV2(), new() { AnalyzerArn = analyzer, Id = found.Id });
        Assert.Equal(Point, details.FindingDetails![0].ExternalAccessDetails!.Sources![0].Detail!.AccessPointArn);
        _rig.Run(new DeleteBucketPolicy(), new() { Bucket = "shop" });
        Assert.Equal(FindingStatus.Resolved, Assert.Single(Found()).Status);

        void Let(string account) => _rig.Run(new PutAccessPointPolicy(), new()
        {
            AccountId = GuardRig.Account,
            Name = "front",
            Policy = GuardRig.Policy($$$"""
                {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{{account}}}:root"},"Action":"s3:GetObject",
                 "Resource":"{{{Point}}}/object/*"}
                """),
        });
    }

    [Fact]
    public void Access_points_that_let_in_accounts_of_the_organization_are_within_its_zone()
    {
        _rig.Run(new CreateOrganization(), new());
        var id = _rig.Run(new CreateAccount(), new() { AccountName = "dev", Email = "dev@example.com" })
            .CreateAccountStatus!.Id;
        var member = _rig.Run(new DescribeCreateAccountStatus(), new() { CreateAccountRequestId = id })
            .CreateAccountStatus!.AccountId!;
        var theirs = _rig.In("eu-west-1", member);
        theirs.Run(new CreateBucket(), new() { Bucket = "shop", CreateBucketConfiguration = Here });
        theirs.Run(new PutBucketPolicy(), new()
        {
            Bucket = "shop",
            Policy = GuardRig.Policy($$$"""
                {"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::shop/*",
                 "Condition":{"StringEquals":{"s3:DataAccessPointAccount":"{{{member}}}"} } }
                """),
        });
        foreach (var (name, account) in new[] { ("inner", GuardRig.Account), ("outer", "999988887777") })
        {
            theirs.Run(new CreateAccessPoint(), new() { AccountId = member, Name = name, Bucket = "shop" });
            theirs.Run(new PutAccessPointPolicy(), new()
            {
                AccountId = member,
                Name = name,
                Policy = GuardRig.Policy($$$"""
                    {"Effect":"Allow","Principal":{"AWS":"{{{account}}}"},"Action":"s3:GetObject",
                     "Resource":"arn:aws:s3:eu-west-1:{{{member}}}:accesspoint/{{{name}}}/object/*"}
                    """),
            });
        }

        var found = _rig.Run(new ListFindings(), new() { AnalyzerArn = Analyzer(Type.Organization) }).Findings!;
        Assert.EndsWith("accesspoint/outer", Assert.Single(found).Sources![0].Detail!.AccessPointArn);
    }

    [Fact]
    public void The_accounts_of_an_organization_are_within_its_zone()
    {
        _rig.Run(new CreateOrganization(), new());
        var id = _rig.Run(new CreateAccount(), new() { AccountName = "dev", Email = "dev@example.com" })
            .CreateAccountStatus!.Id;
        var member = _rig.Run(new DescribeCreateAccountStatus(), new() { CreateAccountRequestId = id })
            .CreateAccountStatus!.AccountId!;
        Role("shared", member);
        Role("partner", "999988887777");
        var found = _rig.Run(new ListFindings(), new() { AnalyzerArn = Analyzer(Type.Organization) }).Findings!;
        Assert.Equal("arn:aws:iam::123456789012:role/partner", Assert.Single(found).Resource);
        Assert.Equal(2, _rig.Run(new ListFindings(), new() { AnalyzerArn = Analyzer(Type.Account) }).Findings!.Count);
        Assert.Equal("AccessDeniedException", _rig.In("eu-west-1", member).Refused(
            new CreateAnalyzer(), new CreateAnalyzerRequest { AnalyzerName = "org", Type = Type.Organization }));
    }

    private string Analyzer(Type type) =>
        _rig.Run(new CreateAnalyzer(), new() { AnalyzerName = $"{type}", Type = type }).Arn!;

    private void Role(string name, string trusted) => _rig.Run(new CreateRole(), new()
    {
        RoleName = name,
        AssumeRolePolicyDocument =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"sts:AssumeRole\","
            + $"\"Principal\":{{\"AWS\":\"arn:aws:iam::{trusted}:root\"}}}}}}",
    });
}
