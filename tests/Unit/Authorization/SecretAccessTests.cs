using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Services.SecretsManager.Operations.Lifecycle;
using Orrery.Services.SecretsManager.Operations.Policies;
using Orrery.Services.SecretsManager.Operations.Values;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Tests.Unit.Services;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>
/// Secrets of another account: both sides have to allow it, and the key has to be the owner's own. Source: Secrets
/// Manager User Guide, "Access AWS Secrets Manager secrets from a different account".
/// </summary>
public sealed class SecretAccessTests
{
    private const string Other = "999988887777";

    private readonly GuardRig _rig = GuardRig.New();

    private Rig Rig => _rig.Rig;

    private Rig Guest => Rig.In("eu-west-1", Other);

    [Fact]
    public void A_policy_of_a_secret_lets_another_account_read_it_under_a_key_that_does_too()
    {
        var key = Rig.Run(new CreateKey(), new()
        {
            Policy = GuardRig.Policy($$"""
                {"Effect":"Allow","Principal":{"AWS":["123456789012","{{Other}}"]},"Action":"kms:*","Resource":"*"}
                """),
        }).KeyMetadata!.KeyId!;
        var arn = Make("shared", key);
        var ann = _rig.User("ann", GuardRig.Allow("secretsmanager:*"), Other);
        GetSecretValueRequest read = new() { SecretId = arn };
        Assert.False(_rig.May(ann, "secretsmanager", "GetSecretValue", read));
        LetIn("shared", "secretsmanager:GetSecretValue");
        Assert.True(_rig.May(ann, "secretsmanager", "GetSecretValue", read));
        Assert.False(_rig.May(ann, "secretsmanager", "DeleteSecret", new DeleteSecretRequest { SecretId = arn }));
        var bob = _rig.User("bob", GuardRig.Allow("orrery:Nothing"), Other);
        Assert.False(_rig.May(bob, "secretsmanager", "GetSecretValue", read));
        Assert.Equal("hush", Guest.Run(new GetSecretValue(), read).SecretString);
        Assert.Equal("ResourceNotFoundException", Guest.Refused(
            new GetSecretValue(), new() { SecretId = "shared" }));
    }

    [Fact]
    public void The_key_of_the_service_or_one_that_lets_nobody_in_opens_nothing_for_another_account()
    {
        var plain = Make("plain", null);
        var refusal = Assert.Throws<ServiceException>(
            () => Guest.Run(new GetSecretValue(), new() { SecretId = plain }));
        Assert.Equal("InvalidRequestException", refusal.Code);
        Assert.Contains("default KMS service key", refusal.Message);
        var closed = Make("closed", Rig.Run(new CreateKey(), new()).KeyMetadata!.KeyId!);
        Assert.Equal("AccessDeniedException", Guest.Refused(new GetSecretValue(), new() { SecretId = closed }));
    }

    [Fact]
    public void Of_several_secrets_those_that_may_not_be_read_are_told_beside_the_others()
    {
        var (one, two) = (Make("one", null), Make("two", null));
        var from = """,{"Effect":"Deny","Action":"secretsmanager:GetSecretValue","Resource":"*","Condition":"""
            + """{"IpAddress":{"aws:SourceIp":"192.0.2.0/24"}}}""";
        var ann = _rig.User(
            "ann",
            GuardRig.Allow("secretsmanager:BatchGetSecretValue") + ","
            + GuardRig.Allow("secretsmanager:GetSecretValue", one) + from);
        BatchGetSecretValueRequest wish = new() { SecretIdList = ["one", two, "none"] };
        var read = _rig.Read(ann, "secretsmanager", new BatchGetSecretValue(), wish);
        Assert.Equal("hush", Assert.Single(read.SecretValues!).SecretString);
        Assert.Equal([two, "none"], read.Errors!.Select(e => e.SecretId));
        Assert.All(read.Errors!, e => Assert.Equal("AccessDeniedException", e.ErrorCode));
        Assert.Contains($"perform: secretsmanager:GetSecretValue on resource: {two} because", read.Errors![0].Message);
        _rig.Wire = GuardRig.From("192.0.2.1");
        Assert.Empty(_rig.Read(ann, "secretsmanager", new BatchGetSecretValue(), wish with
        {
            SecretIdList = ["one"],
        }).SecretValues!);
        var root = Caller.Root(GuardRig.Account);
        Assert.Equal(2, _rig.Read(root, "secretsmanager", new BatchGetSecretValue(), wish).SecretValues!.Count);
    }

    [Fact]
    public void Filters_of_several_secrets_need_the_permission_to_list()
    {
        Make("one", null);
        BatchGetSecretValueRequest wish = new()
        {
            Filters = [new() { Key = FilterNameStringType.Name, Values = ["one"] }],
        };
        string[] both = ["secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue"];
        var ann = _rig.User("ann", string.Join(',', both.Select(a => GuardRig.Allow(a))));
        Assert.Contains(
            "secretsmanager:ListSecrets", _rig.Refusal(ann, "secretsmanager", "BatchGetSecretValue", wish)!.Message);
        _rig.Put("ann", string.Join(',', both.Append("secretsmanager:ListSecrets").Select(a => GuardRig.Allow(a))));
        Assert.Single(_rig.Read(ann, "secretsmanager", new BatchGetSecretValue(), wish).SecretValues!);
    }

    [Fact]
    public void A_policy_names_users_and_roles_that_are_there()
    {
        Make("s", null);
        PutResourcePolicyRequest Naming(string arn) => new()
        {
            SecretId = "s",
            ResourcePolicy = GuardRig.Policy($$"""
                {"Effect":"Allow","Principal":{"AWS":"{{arn}}"},"Action":"secretsmanager:GetSecretValue","Resource":"*"}
                """),
        };
        const string ann = "arn:aws:iam::123456789012:user/ann";
        var refusal = Assert.Throws<ServiceException>(() => Rig.Run(new PutResourcePolicy(), Naming(ann)));
        Assert.Equal(
            ("MalformedPolicyDocumentException", "This resource policy contains an unsupported principal"),
            (refusal.Code, refusal.Message));
        _rig.User("ann", GuardRig.Allow("orrery:Nothing"));
        Rig.Run(new PutResourcePolicy(), Naming(ann));
        Rig.Run(new PutResourcePolicy(), Naming("arn:aws:iam::111122223333:user/stranger"));
    }

    [Fact]
    public void What_another_account_writes_is_the_owners()
    {
        var key = Rig.Run(new CreateKey(), new()
        {
            Policy = GuardRig.Policy($$"""
                {"Effect":"Allow","Principal":{"AWS":["123456789012","{{Other}}"]},"Action":"kms:*","Resource":"*"}
                """),
        }).KeyMetadata!.KeyId!;
        var arn = Make("shared", key);
        Guest.Run(new PutSecretValue(), new() { SecretId = arn, SecretString = "theirs" });
        Assert.Equal("theirs", Rig.Run(new GetSecretValue(), new() { SecretId = "shared" }).SecretString);
        Assert.Empty(Guest.Run(new ListSecrets(), new()).SecretList!);
        Guest.Run(new DeleteSecret(), new() { SecretId = arn, RecoveryWindowInDays = 7 });
        Rig.Advance(TimeSpan.FromDays(7));
        Assert.Equal("ResourceNotFoundException", Rig.Refused(new DescribeSecret(), new() { SecretId = "shared" }));
    }

    [Theory]
    [InlineData("Bool", "secretsmanager:RotateImmediately", "false", true)]
    [InlineData("Bool", "secretsmanager:RotateImmediately", "true", false)]
    [InlineData("Bool", "secretsmanager:ModifyRotationRules", "true", true)]
    [InlineData("ArnLike", "secretsmanager:RotationLambdaARN", "arn:aws:lambda:*:*:function:turn", true)]
    [InlineData("ArnLike", "secretsmanager:RotationLambdaARN", "arn:aws:lambda:*:*:function:other", false)]
    [InlineData("StringEquals", "secretsmanager:SecretPrimaryRegion", "eu-west-1", true)]
    [InlineData("StringEquals", "secretsmanager:SecretPrimaryRegion", "us-east-1", false)]
    [InlineData("Null", "secretsmanager:resource/AllowRotationLambdaArn", "true", true)]
    public void Conditions_may_ask_how_a_secret_is_rotated(string operation, string key, string value, bool may)
    {
        Make("s", null);
        var ann = _rig.User("ann", $$"""
            {"Effect":"Allow","Action":["secretsmanager:*","lambda:*"],"Resource":"*",
             "Condition":{"{{operation}}IfExists":{"{{key}}":"{{value}}"} } }
            """.Replace("NullIfExists", "Null", StringComparison.Ordinal));
        Assert.Equal(may, _rig.May(ann, "secretsmanager", "RotateSecret", new RotateSecretRequest
        {
            SecretId = "s",
            RotateImmediately = false,
            RotationRules = new() { AutomaticallyAfterDays = 1 },
            RotationLambdaARN = "arn:aws:lambda:eu-west-1:123456789012:function:turn",
        }));
    }

    private string Make(string name, string? key) =>
        Rig.Run(new CreateSecret(), new() { Name = name, SecretString = "hush", KmsKeyId = key }).ARN!;

    private void LetIn(string name, string action) => Rig.Run(new PutResourcePolicy(), new()
    {
        SecretId = name,
        ResourcePolicy = GuardRig.Policy($$"""
            {"Effect":"Allow","Principal":{"AWS":"{{Other}}"},"Action":"{{action}}","Resource":"*"}
            """),
    });
}
