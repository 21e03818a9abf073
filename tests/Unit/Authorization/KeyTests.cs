using Orrery.Authorization;
using Orrery.Contracts;
using Orrery.Contracts.Keys;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Iam.Operations.Roles;
using Orrery.Services.Iam.Operations.Sts;
using Orrery.Services.Kms.Operations.Aliases;
using Orrery.Services.Kms.Operations.Cryptography;
using Orrery.Services.Kms.Operations.Grants;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Services.Kms.Operations.Policies;
using Orrery.Services.Ssm.Operations.Store;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Wire.Generated.Kms;
using Orrery.Wire.Generated.Secretsmanager;
using Orrery.Wire.Generated.Ssm;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>
/// Who may use a key: its policy has to allow, or leave it to IAM; a grant makes up for both. Sources: KMS Developer
/// Guide, "Key policies in AWS KMS", "Grants in AWS KMS", "kms:ViaService"; each test a sentence of these.
/// </summary>
public sealed class KeyTests
{
    private const string Ann = "arn:aws:iam::123456789012:user/ann";
    private const string Context = """{"StringEquals":{"kms:EncryptionContext:app":"one"} }""";

    private readonly GuardRig _rig = GuardRig.New();

    [Fact]
    public void The_policy_that_a_key_gets_leaves_it_to_IAM()
    {
        var key = Key();
        var ann = _rig.User("ann", GuardRig.Allow("kms:Encrypt", Arn(key)));
        Assert.True(_rig.May(ann, "kms", "Encrypt", new EncryptRequest { KeyId = key }));
        Assert.True(_rig.May(ann, "kms", "Encrypt", new EncryptRequest { KeyId = Arn(key) }));
        Assert.False(_rig.May(ann, "kms", "Encrypt", new EncryptRequest { KeyId = Key() }));
        var refusal = _rig.Refusal(ann, "kms", "Decrypt", new DecryptRequest { KeyId = key })!;
        Assert.Equal("AccessDeniedException", refusal.Code);
        Assert.Equal(
            $"User: {Ann} is not authorized to perform: kms:Decrypt on resource: {Arn(key)} because no identity-based "
            + "policy allows the kms:Decrypt action",
            refusal.Message);
    }

    [Fact]
    public void A_key_policy_that_does_not_leave_it_to_IAM_decides_alone()
    {
        var ann = _rig.User("ann", GuardRig.Allow("orrery:Nothing"));
        var key = Key($$"""{"Effect":"Allow","Principal":{"AWS":"{{Ann}}"},"Action":"kms:*","Resource":"*"}""");
        var bob = _rig.User("bob", GuardRig.Allow("kms:*"));
        Assert.True(_rig.May(ann, "kms", "Encrypt", new EncryptRequest { KeyId = key }));
        var refusal = _rig.Refusal(bob, "kms", "Encrypt", new EncryptRequest { KeyId = key })!;
        Assert.EndsWith("because no resource-based policy allows the kms:Encrypt action", refusal.Message);
    }

    [Fact]
    public void Key_policies_and_grants_name_users_and_roles_that_are_there()
    {
        var key = Key();
        string Naming(string arn) => GuardRig.Policy($$"""
            {"Effect":"Allow","Principal":{"AWS":["123456789012","{{arn}}"]},"Action":"kms:*","Resource":"*"}
            """);
        var refusal = Assert.Throws<ServiceException>(() => _rig.Rig.Run(
            new PutKeyPolicy(), new() { KeyId = key, Policy = Naming(Ann) }));
        Assert.Equal(
            ("MalformedPolicyDocumentException", "Policy contains a statement with one or more invalid principals."),
            (refusal.Code, refusal.Message));
        Assert.Equal("MalformedPolicyDocumentException", _rig.Rig.Refused(
            new CreateKey(), new() { Policy = Naming("arn:aws:iam::123456789012:group/admins") }));
        CreateGrantRequest grant = new()
        {
            KeyId = key, GranteePrincipal = Ann, Operations = [GrantOperation.Decrypt],
        };
        refusal = Assert.Throws<ServiceException>(() => _rig.Rig.Run(new CreateGrant(), grant));
        Assert.Equal(
            ("InvalidArnException", $"ARN does not refer to a valid principal: {Ann}"),
            (refusal.Code, refusal.Message));
        _rig.User("ann", GuardRig.Allow("orrery:Nothing"));
        _rig.Rig.Run(new PutKeyPolicy(), new() { KeyId = key, Policy = Naming(Ann) });
        _rig.Rig.Run(new CreateGrant(), grant);
        const string stranger = "arn:aws:iam::111122223333:user/stranger";
        _rig.Rig.Run(new PutKeyPolicy(), new() { KeyId = key, Policy = Naming(stranger) });
        _rig.Rig.Run(new CreateGrant(), grant with { GranteePrincipal = stranger });
    }

    [Fact]
    public void A_ciphertext_and_an_alias_name_their_key()
    {
        var (key, other) = (Key(), Key());
        _rig.Rig.Run(new CreateAlias(), new() { AliasName = "alias/app", TargetKeyId = key });
        var blob = Encrypt(key);
        var ann = _rig.User("ann", GuardRig.Allow("kms:*", Arn(key)));
        Assert.True(_rig.May(ann, "kms", "Decrypt", new DecryptRequest { CiphertextBlob = blob }));
        Assert.False(_rig.May(ann, "kms", "Decrypt", new DecryptRequest { CiphertextBlob = Encrypt(other) }));
        Assert.True(_rig.May(ann, "kms", "Encrypt", new EncryptRequest { KeyId = "alias/app" }));
        Assert.True(_rig.May(ann, "kms", "Encrypt", new EncryptRequest
        {
            KeyId = "arn:aws:kms:eu-west-1:123456789012:alias/app",
        }));
        ReEncryptRequest request = new() { CiphertextBlob = blob, DestinationKeyId = other };
        Assert.Contains("kms:ReEncryptTo", _rig.Refusal(ann, "kms", "ReEncrypt", request)!.Message);
        Assert.True(_rig.May(ann, "kms", "ReEncrypt", request with { DestinationKeyId = key }));
    }

    [Fact]
    public void A_grant_allows_what_it_says_in_its_encryption_context_and_nothing_that_is_denied()
    {
        var key = Key();
        var ann = _rig.User("ann", GuardRig.Allow("orrery:Nothing"));
        _rig.Rig.Run(new CreateGrant(), new()
        {
            KeyId = key,
            GranteePrincipal = Ann,
            Operations = [GrantOperation.Encrypt],
            Constraints = new() { EncryptionContextSubset = new Dictionary<string, string> { ["app"] = "one" } },
        });
        EncryptRequest request = new()
        {
            KeyId = key, EncryptionContext = new Dictionary<string, string> { ["app"] = "one", ["more"] = "x" },
        };
        Assert.True(_rig.May(ann, "kms", "Encrypt", request));
        Assert.False(_rig.May(ann, "kms", "Encrypt", new EncryptRequest { KeyId = key }));
        Assert.False(_rig.May(ann, "kms", "GenerateDataKey", new GenerateDataKeyRequest { KeyId = key }));
        _rig.Put("ann", """{"Effect":"Deny","Action":"kms:Encrypt","Resource":"*"}""");
        Assert.False(_rig.May(ann, "kms", "Encrypt", request));
    }

    [Fact]
    public void A_grant_to_a_role_with_a_path_is_for_its_sessions()
    {
        var key = Key();
        var role = _rig.Rig.Run(new CreateRole(), new()
        {
            RoleName = "r",
            Path = "/team/",
            AssumeRolePolicyDocument = GuardRig.Policy(
                """{"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"sts:AssumeRole"}"""),
        }).Role!.Arn!;
        var id = _rig.Rig.Run(new AssumeRole(), new() { RoleArn = role, RoleSessionName = "me" })
            .Credentials!.AccessKeyId!;
        var session = _rig.Rig.Ask(call => call.Port<IPrincipals>().Find(call, id))!.Caller;
        EncryptRequest request = new() { KeyId = key };
        CreateGrantRequest grant = new() { KeyId = key, Operations = [GrantOperation.Encrypt] };
        Assert.Equal("InvalidArnException", _rig.Rig.Refused(
            new CreateGrant(), grant with { GranteePrincipal = "arn:aws:iam::123456789012:role/r" }));
        Assert.False(_rig.May(session, "kms", "Encrypt", request));
        _rig.Rig.Run(new CreateGrant(), grant with { GranteePrincipal = role });
        Assert.True(_rig.May(session, "kms", "Encrypt", request));
    }

    [Fact]
    public void Who_is_to_retire_a_grant_may_retire_that_one_only()
    {
        var key = Key();
        var ann = _rig.User("ann", GuardRig.Allow("orrery:Nothing"));
        CreateGrantRequest request = new()
        {
            KeyId = key, GranteePrincipal = Ann, RetiringPrincipal = Ann, Operations = [GrantOperation.Encrypt],
        };
        var own = _rig.Rig.Run(new CreateGrant(), request);
        var other = _rig.Rig.Run(new CreateGrant(), request with { RetiringPrincipal = null });
        Assert.True(_rig.May(ann, "kms", "RetireGrant", new RetireGrantRequest { GrantToken = own.GrantToken }));
        Assert.False(_rig.May(ann, "kms", "RetireGrant", new RetireGrantRequest { GrantToken = other.GrantToken }));
        Assert.True(_rig.May(ann, "kms", "RetireGrant", new RetireGrantRequest { KeyId = key, GrantId = own.GrantId }));
        Assert.False(_rig.May(
            ann, "kms", "RetireGrant", new RetireGrantRequest { KeyId = key, GrantId = other.GrantId }));
    }

    [Fact]
    public void Conditions_may_ask_for_the_encryption_context()
    {
        var key = Key();
        var ann = _rig.User(
            "ann", $$"""{"Effect":"Allow","Action":"kms:Encrypt","Resource":"*","Condition":{{Context}} }""");
        EncryptRequest request = new() { KeyId = key };
        Assert.False(_rig.May(ann, "kms", "Encrypt", request));
        Assert.True(_rig.May(ann, "kms", "Encrypt", request with
        {
            EncryptionContext = new Dictionary<string, string> { ["app"] = "one" },
        }));
        Assert.False(_rig.May(ann, "kms", "Encrypt", request with
        {
            EncryptionContext = new Dictionary<string, string> { ["app"] = "two" },
        }));
    }

    [Theory]
    [InlineData("""{"StringEquals":{"kms:KeySpec":"SYMMETRIC_DEFAULT"} }""", true)]
    [InlineData("""{"StringEquals":{"kms:KeySpec":"RSA_2048"} }""", false)]
    [InlineData("""{"StringEquals":{"kms:KeyUsage":"ENCRYPT_DECRYPT","kms:KeyOrigin":"AWS_KMS"} }""", true)]
    [InlineData("""{"StringEquals":{"kms:KeyOrigin":"EXTERNAL"} }""", false)]
    [InlineData("""{"Bool":{"kms:MultiRegion":"false"} }""", true)]
    [InlineData("""{"Null":{"kms:MultiRegionKeyType":"true"} }""", true)]
    [InlineData("""{"ForAnyValue:StringEquals":{"kms:ResourceAliases":"alias/app"} }""", true)]
    [InlineData("""{"ForAnyValue:StringEquals":{"kms:ResourceAliases":"alias/other"} }""", false)]
    [InlineData("""{"StringEquals":{"kms:RequestAlias":"alias/app"} }""", true)]
    [InlineData("""{"StringEquals":{"kms:RequestAlias":"alias/other"} }""", false)]
    public void Conditions_may_ask_for_properties_of_the_key(string condition, bool may)
    {
        _rig.Rig.Run(new CreateAlias(), new() { AliasName = "alias/app", TargetKeyId = Key() });
        var ann = _rig.User(
            "ann", $$"""{"Effect":"Allow","Action":"kms:*","Resource":"*","Condition":{{condition}} }""");
        Assert.Equal(may, _rig.May(ann, "kms", "GenerateDataKey", new GenerateDataKeyRequest
        {
            KeyId = "alias/app", KeySpec = DataKeySpec.Aes256,
        }));
    }

    [Theory]
    [InlineData("""{"StringEquals":{"kms:KeySpec":"RSA_2048"} }""", true)]
    [InlineData("""{"StringEquals":{"kms:KeySpec":"SYMMETRIC_DEFAULT"} }""", false)]
    public void Conditions_may_ask_for_properties_of_a_key_that_is_yet_to_be(string condition, bool may)
    {
        var ann = _rig.User(
            "ann", $$"""{"Effect":"Allow","Action":"kms:CreateKey","Resource":"*","Condition":{{condition}} }""");
        CreateKeyRequest request = new() { KeySpec = KeySpec.Rsa2048, KeyUsage = KeyUsageType.SignVerify };
        Assert.Equal(may, _rig.May(ann, "kms", "CreateKey", request));
    }

    [Fact]
    public void A_service_uses_a_key_for_who_may_use_it_through_that_service()
    {
        var key = Key();
        _rig.Rig.Run(new PutParameter(), new()
        {
            Name = "/p", Value = "hush", Type = ParameterType.SecureString, KeyId = key,
        });
        const string Via = """{"StringEquals":{"kms:ViaService":"ssm.eu-west-1.amazonaws.com"} }""";
        var ann = _rig.User("ann", GuardRig.Allow("ssm:GetParameter"));
        var refusal = Assert.Throws<ServiceException>(() => Read(ann));
        Assert.Equal("AccessDeniedException", refusal.Code);
        Assert.Contains($"kms:Decrypt on resource: {Arn(key)}", refusal.Message);
        Assert.DoesNotContain("hush", refusal.Message);
        _rig.Put("ann", GuardRig.Allow("ssm:GetParameter") + $$"""
            ,{"Effect":"Allow","Action":"kms:Decrypt","Resource":"{{Arn(key)}}","Condition":{{Via}} }
            """);
        Assert.Equal("hush", Read(ann));
        Assert.False(_rig.May(ann, "kms", "Decrypt", new DecryptRequest { KeyId = key }));
    }

    [Fact]
    public void A_services_own_key_opens_through_that_service_for_everybody_in_the_account()
    {
        _rig.Rig.Run(new PutParameter(), new() { Name = "/p", Value = "hush", Type = ParameterType.SecureString });
        var ann = _rig.User("ann", GuardRig.Allow("kms:*"));
        Assert.Equal("hush", Read(ann));
        Assert.False(_rig.May(ann, "kms", "Decrypt", new DecryptRequest { KeyId = "alias/aws/ssm" }));
    }

    [Fact]
    public void The_root_user_of_another_account_needs_the_keys_policy()
    {
        const string Other = "111122223333";
        var closed = Key();
        var root = $"arn:aws:iam::{Other}:root";
        var open = Key($$"""{"Effect":"Allow","Principal":{"AWS":"{{root}}"},"Action":"kms:*","Resource":"*"}""");
        KeyQuestion Question(string key) => new()
        {
            Scope = new(GuardRig.Account, "eu-west-1"),
            Arn = Arn(key),
            Policy = _rig.Rig.Run(
                new GetKeyPolicy(), new() { KeyId = key }).Policy!,
            Action = "kms:Encrypt",
        };
        var info = new CallInfo(new(Other, "eu-west-1"), Caller.Root(Other), "kms:Encrypt", "request");
        var judge = new KeyJudge();
        var (shut, may) = (Question(closed), Question(open));
        Assert.NotNull(_rig.Rig.World.Query(info, call => judge.Refusal(call, shut)));
        Assert.Null(_rig.Rig.World.Query(info, call => judge.Refusal(call, may)));
    }

    [Fact]
    public void Secrets_and_parameters_are_named_as_AWS_names_them()
    {
        var ann = _rig.User("ann", string.Join(
            ',',
            GuardRig.Allow("secretsmanager:CreateSecret", "arn:aws:secretsmanager:*:*:secret:app/db-??????"),
            GuardRig.Allow("ssm:GetParameter", "arn:aws:ssm:eu-west-1:123456789012:parameter/app/*")));
        Assert.True(_rig.May(ann, "secretsmanager", "CreateSecret", new CreateSecretRequest { Name = "app/db" }));
        Assert.False(_rig.May(ann, "secretsmanager", "CreateSecret", new CreateSecretRequest { Name = "app/other" }));
        Assert.True(_rig.May(ann, "ssm", "GetParameter", new GetParameterRequest { Name = "/app/p:3" }));
        Assert.False(_rig.May(ann, "ssm", "GetParameter", new GetParameterRequest { Name = "/other" }));
    }

    private static string Arn(string key) => $"arn:aws:kms:eu-west-1:123456789012:key/{key}";

    private string Key(string? statement = null) => _rig.Rig.Run(new CreateKey(), new()
    {
        Policy = statement is null ? null : $$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""",
        BypassPolicyLockoutSafetyCheck = true,
    }).KeyMetadata!.KeyId!;

    private ReadOnlyMemory<byte> Encrypt(string key) =>
        _rig.Rig.Run(new Encrypt(), new() { KeyId = key, Plaintext = "hush"u8.ToArray() }).CiphertextBlob!.Value;

    private string Read(Caller who) => _rig.Rig.World.Query(
        new CallInfo(new(who.Account, "eu-west-1"), who, "ssm:GetParameter", "request"),
        call => new GetParameter().Run(new() { Name = "/p", WithDecryption = true }, call).Parameter!.Value!);
}
