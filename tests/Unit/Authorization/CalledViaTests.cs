using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations.Contents;
using Orrery.Services.Iam.Operations.Users;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Services.SecretsManager.Operations.Lifecycle;
using Orrery.Services.SecretsManager.Operations.Values;
using Orrery.Services.Ssm.Operations.Store;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Wire.Checksums;
using Orrery.Wire.Generated.Kms;
using Orrery.Wire.Generated.S3;
using Orrery.Wire.Generated.Secretsmanager;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>
/// What a request says of the services that make it for a principal. Sources: IAM User Guide, "Forward access sessions"
/// (S3 asks KMS for who reads an object; aws:CalledVia, aws:CalledViaFirst and aws:CalledViaLast are the service that
/// began it, aws:ViaAWSService is true; a request of the principal itself has none of them, and false); KMS Developer
/// Guide, "How AWS Secrets Manager uses AWS KMS", "How AWS Systems Manager Parameter Store uses AWS KMS" (they too ask
/// for who calls them).
/// </summary>
public sealed class CalledViaTests
{
    private readonly GuardRig _rig = GuardRig.New();
    private readonly string _key;
    private Caller? _known;
    private int _number;

    public CalledViaTests()
    {
        _key = _rig.Rig.Run(new CreateKey(), new()).KeyMetadata!.Arn!;
        _rig.Rig.Run(new CreateBucket(), new CreateBucketRequest
        {
            Bucket = StoreRig.Bucket,
            CreateBucketConfiguration = new() { LocationConstraint = BucketLocationConstraint.EuWest1 },
        });
    }

    public static TheoryData<string, string> Calls => new()
    {
        // What is called           by which service KMS is asked
        { "s3 put", "s3" },
        { "ssm standard put", "ssm" },
        { "ssm advanced put", "ssm" },
        { "ssm get", "ssm" },
        { "secret create", "secretsmanager" },
        { "secret put", "secretsmanager" },
        { "secret get", "secretsmanager" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void KMS_is_asked_through_the_service_that_was_called(string what, string service)
    {
        Prepare(what);
        var principal = $"{service}.amazonaws.com";
        Assert.True(May(what, $$"""{"ForAnyValue:StringEquals":{"aws:CalledVia":"{{principal}}"} }"""));
        Assert.True(May(what, $$"""{"StringEquals":{"aws:CalledViaFirst":"{{principal}}"} }"""));
        Assert.True(May(what, $$"""{"StringEquals":{"aws:CalledViaLast":"{{principal}}"} }"""));
        Assert.True(May(what, """{"Bool":{"aws:ViaAWSService":"true"} }"""));
        Assert.True(May(what, $$"""{"StringEquals":{"kms:ViaService":"{{service}}.eu-west-1.amazonaws.com"} }"""));
        Assert.False(May(what, """{"ForAnyValue:StringEquals":{"aws:CalledVia":"cloudformation.amazonaws.com"} }"""));
        Assert.False(May(what, """{"Bool":{"aws:ViaAWSService":"false"} }"""));
        Assert.False(May(what, """{"Null":{"aws:CalledVia":"true"} }"""));
        Assert.True(May(what, """{"StringEquals":{"aws:PrincipalTag/team":"core"} }"""));
        // Of the request to the service KMS knows nothing.
        Assert.False(May(what, """{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"} }"""));
    }

    [Theory]
    [InlineData("""{"Null":{"aws:CalledVia":"true"} }""", true)]
    [InlineData("""{"Null":{"aws:CalledViaFirst":"true","aws:CalledViaLast":"true"} }""", true)]
    [InlineData("""{"Bool":{"aws:ViaAWSService":"false"} }""", true)]
    [InlineData("""{"Bool":{"aws:ViaAWSService":"true"} }""", false)]
    [InlineData("""{"ForAnyValue:StringEquals":{"aws:CalledVia":"s3.amazonaws.com"} }""", false)]
    public void Who_calls_KMS_comes_through_nobody(string condition, bool may)
    {
        var ann = Ann(condition);
        Assert.Equal(may, _rig.May(ann, "kms", "Encrypt", new EncryptRequest { KeyId = _key }));
    }

    [Theory]
    [InlineData("""{"StringEquals":{"aws:CalledViaLast":"secretsmanager.amazonaws.com"} }""", true)]
    [InlineData("""{"Bool":{"aws:ViaAWSService":"true"} }""", true)]
    [InlineData("""{"Bool":{"aws:ViaAWSService":"false"} }""", false)]
    public void A_secret_is_rotated_by_a_function_that_the_service_invokes_for_who_asks(string condition, bool may)
    {
        const string Function = "arn:aws:lambda:eu-west-1:123456789012:function:f";
        var ann = _rig.User("ann", GuardRig.Allow("secretsmanager:RotateSecret") + $$"""
            ,{"Effect":"Allow","Action":"lambda:InvokeFunction","Resource":"{{Function}}","Condition":{{condition}} }
            """);
        Assert.Equal(may, _rig.May(ann, "secretsmanager", "RotateSecret", new RotateSecretRequest
        {
            SecretId = "s", RotationLambdaARN = Function,
        }));
    }

    private Caller Ann(string condition) => _rig.User("ann", $$"""
        {"Effect":"Allow","Action":"kms:*","Resource":"*","Condition":{{condition}} },
        {"Effect":"Allow","Action":["s3:*","ssm:*","secretsmanager:*"],"Resource":"*"}
        """);

    private bool May(string what, string condition)
    {
        var who = _known ??= Ann("""{"Bool":{"aws:ViaAWSService":"true"} }""");
        Tag();
        _rig.Put("ann", $$"""{"Effect":"Allow","Action":"kms:*","Resource":"*","Condition":{{condition}} }""");
        try
        {
            Run(what, who);
            return true;
        }
        catch (ServiceException refusal)
        {
            Assert.Contains("AccessDenied", refusal.Code, StringComparison.Ordinal);
            return false;
        }
    }

    private void Tag() => _rig.Rig.Run(
        new TagUser(),
        new() { UserName = "ann", Tags = [new() { Key = "team", Value = "core" }] });

    private void Prepare(string what)
    {
        switch (what)
        {
            case "ssm get":
                _rig.Rig.Run(new PutParameter(), Parameter("/p", ParameterTier.Standard));
                break;
            case "secret put" or "secret get":
                _rig.Rig.Run(
                    new CreateSecret(), new() { Name = "s", SecretString = "hush", KmsKeyId = _key });
                break;
            default:
                break;
        }
    }

    private void Run(string what, Caller who)
    {
        var name = $"n{++_number}";
        switch (what)
        {
            case "s3 put":
                Put(who, name);
                break;
            case "ssm standard put":
                As(who, call => new PutParameter().Run(Parameter($"/{name}", ParameterTier.Standard), call));
                break;
            case "ssm advanced put":
                As(who, call => new PutParameter().Run(Parameter($"/{name}", ParameterTier.Advanced), call));
                break;
            case "ssm get":
                As(who, call => new GetParameter().Run(new() { Name = "/p", WithDecryption = true }, call));
                break;
            case "secret create":
                As(who, call => new CreateSecret().Run(
                    new() { Name = name, SecretString = "hush", KmsKeyId = _key }, call));
                break;
            case "secret put":
                As(who, call => new PutSecretValue().Run(new() { SecretId = "s", SecretString = name }, call));
                break;
            default:
                As(who, call => new GetSecretValue().Run(new() { SecretId = "s" }, call));
                break;
        }
    }

    private PutParameterRequest Parameter(string name, ParameterTier tier) => new()
    {
        Name = name, Value = "hush", Type = ParameterType.SecureString, KeyId = _key, Tier = tier,
    };

    private void Put(Caller who, string name)
    {
        var content = StagedContent.Nothing with
        {
            Digests = new Digester(DigestKind.Md5 | DigestKind.Crc64Nvme).Result(),
        };
        As(who, call => new PutObject().Run(
            new()
            {
                Bucket = StoreRig.Bucket,
                Key = name,
                ServerSideEncryption = ServerSideEncryption.AwsKms,
                SSEKMSKeyId = _key,
            },
            content, call));
    }

    private void As<T>(Caller who, Func<Call, T> body) => _rig.Rig.World.ExecuteAsync(
        new CallInfo(new(who.Account, "eu-west-1"), who, "test", "request"), body).GetAwaiter().GetResult();
}
