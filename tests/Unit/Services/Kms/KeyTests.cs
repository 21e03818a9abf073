using Orrery.Core;
using Orrery.Services.Kms.Operations.Aliases;
using Orrery.Services.Kms.Operations.Cryptography;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Services.Kms.Operations.Policies;
using Orrery.Services.Kms.Operations.Tags;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Tests.Unit.Services.Kms;

public sealed class KeyTests
{
    private readonly Keyring _ring = new();

    [Fact]
    public void A_new_key_is_enabled_and_listed()
    {
        var key = _ring.Key();
        Assert.True(key.Enabled);
        Assert.Equal(KeyState.Enabled, key.KeyState);
        Assert.Equal([EncryptionAlgorithmSpec.SymmetricDefault], key.EncryptionAlgorithms!);
        Assert.Equal($"arn:aws:kms:eu-west-1:123456789012:key/{key.KeyId}", key.Arn);
        Assert.Equal(key.KeyId, Assert.Single(_ring.Rig.Run(new ListKeys(), new()).Keys!).KeyId);
        Assert.Equal(key.KeyId, _ring.Show(key.Arn!).KeyId);
    }

    // KMS Developer Guide, "Key spec reference".
    [Theory]
    [InlineData(KeySpec.SymmetricDefault, KeyUsageType.SignVerify, "ValidationException")]
    [InlineData(KeySpec.Rsa2048, null, "ValidationException")]
    [InlineData(KeySpec.EccNistP256, KeyUsageType.EncryptDecrypt, "ValidationException")]
    [InlineData(KeySpec.Hmac256, KeyUsageType.SignVerify, "ValidationException")]
    [InlineData(KeySpec.Sm2, KeyUsageType.SignVerify, "UnsupportedOperationException")]
    [InlineData(KeySpec.MlDsa44, KeyUsageType.SignVerify, "UnsupportedOperationException")]
    [InlineData(KeySpec.EccNistP256, KeyUsageType.KeyAgreement, "UnsupportedOperationException")]
    public void A_key_is_for_what_it_can(KeySpec spec, KeyUsageType? usage, string code)
    {
        Assert.Equal(code, _ring.Rig.Refused(new CreateKey(), new() { KeySpec = spec, KeyUsage = usage }));
        Assert.Empty(_ring.Rig.Run(new ListKeys(), new()).Keys!);
    }

    [Fact]
    public void Custom_key_stores_are_refused_by_name()
    {
        Assert.Equal(
            "UnsupportedOperationException",
            _ring.Rig.Refused(new CreateKey(), new() { Origin = OriginType.AwsCloudhsm }));
        Assert.Equal(
            "UnsupportedOperationException",
            _ring.Rig.Refused(new CreateKey(), new() { CustomKeyStoreId = "cks-1234567890abcdef0" }));
    }

    // KMS Developer Guide, "Key states of AWS KMS keys", the table.
    [Theory]
    [InlineData("Encrypt", "", "DisabledException", "KMSInvalidStateException", "KMSInvalidStateException")]
    [InlineData("DisableKey", "", "", "KMSInvalidStateException", "KMSInvalidStateException")]
    [InlineData("EnableKey", "", "", "KMSInvalidStateException", "KMSInvalidStateException")]
    [InlineData("CreateAlias", "", "", "", "KMSInvalidStateException")]
    [InlineData("TagResource", "", "", "", "KMSInvalidStateException")]
    [InlineData("UpdateKeyDescription", "", "", "", "KMSInvalidStateException")]
    [InlineData("GetKeyPolicy", "", "", "", "")]
    [InlineData("PutKeyPolicy", "", "", "", "")]
    [InlineData("DescribeKey", "", "", "", "")]
    [InlineData("ScheduleKeyDeletion", "", "", "", "KMSInvalidStateException")]
    [InlineData(
        "CancelKeyDeletion", "KMSInvalidStateException", "KMSInvalidStateException", "KMSInvalidStateException", "")]
    public void The_state_of_a_key_allows_what_AWS_says(
        string operation, string enabled, string disabled, string importing, string deleting)
    {
        Assert.Equal(enabled, Try(operation, _ring.Key()));
        var off = _ring.Key();
        _ring.Rig.Run(new DisableKey(), new() { KeyId = off.KeyId });
        Assert.Equal(disabled, Try(operation, off));
        Assert.Equal(importing, Try(operation, _ring.Key(origin: OriginType.External)));
        var gone = _ring.Key();
        _ring.Rig.Run(new ScheduleKeyDeletion(), new() { KeyId = gone.KeyId });
        Assert.Equal(deleting, Try(operation, gone));
    }

    [Fact]
    public void A_key_is_deleted_when_its_window_is_over_and_not_before()
    {
        var key = _ring.Key();
        var blob = _ring.Encrypt(key.KeyId!, "x");
        var first = _ring.Rig.Run(new ScheduleKeyDeletion(), new() { KeyId = key.KeyId, PendingWindowInDays = 7 });
        Assert.Equal(Rig.Start.AddDays(7), first.DeletionDate);
        _ring.Rig.Advance(TimeSpan.FromDays(6));
        _ring.Rig.Run(new CancelKeyDeletion(), new() { KeyId = key.KeyId });
        Assert.Equal(KeyState.Disabled, _ring.Show(key.KeyId!).KeyState);
        _ring.Rig.Run(new EnableKey(), new() { KeyId = key.KeyId });
        _ring.Rig.Advance(TimeSpan.FromDays(30));
        Assert.Equal("x", _ring.Decrypt(blob));
        _ring.Rig.Run(new CreateAlias(), new() { AliasName = "alias/a", TargetKeyId = key.KeyId });
        _ring.Rig.Run(new ScheduleKeyDeletion(), new() { KeyId = key.KeyId });
        _ring.Rig.Advance(TimeSpan.FromDays(30));
        Assert.Equal("NotFoundException", _ring.Rig.Refused(new DescribeKey(), new() { KeyId = key.KeyId }));
        Assert.Equal("AccessDeniedException", _ring.Rig.Refused(new Decrypt(), new() { CiphertextBlob = blob }));
        Assert.DoesNotContain(
            _ring.Rig.Run(new ListAliases(), new()).Aliases!, static alias => alias.AliasName == "alias/a");
        Assert.Equal(
            "ValidationException",
            _ring.Rig.Refused(
                new ScheduleKeyDeletion(), new() { KeyId = _ring.Key().KeyId, PendingWindowInDays = 6 }));
    }

    [Fact]
    public void Aliases_of_AWS_are_listed_before_they_have_a_key()
    {
        Assert.Null(Target());
        Assert.Equal(_ring.Show("alias/aws/s3").KeyId, Target());
        var pages = 0;
        var names = new List<string>();
        for (string? marker = null; pages == 0 || marker is not null; pages++)
        {
            var page = _ring.Rig.Run(new ListAliases(), new() { Limit = 5, Marker = marker });
            names.AddRange(page.Aliases!.Select(static alias => alias.AliasName!));
            marker = page.NextMarker;
        }
        Assert.True(pages > 2);
        Assert.Equal(names.Distinct().Order(StringComparer.Ordinal), names);

        string? Target() => _ring.Rig.Run(new ListAliases(), new()).Aliases!
            .Single(static alias => alias.AliasName == "alias/aws/s3").TargetKeyId;
    }

    [Fact]
    public void An_alias_names_a_key_and_moves_to_another_of_its_kind()
    {
        var (one, two) = (_ring.Key(), _ring.Key());
        _ring.Rig.Run(new CreateAlias(), new() { AliasName = "alias/app", TargetKeyId = one.KeyId });
        Assert.Equal(one.KeyId, _ring.Show("alias/app").KeyId);
        Assert.Equal(one.KeyId, _ring.Show("arn:aws:kms:eu-west-1:123456789012:alias/app").KeyId);
        Assert.Equal(
            "AlreadyExistsException",
            _ring.Rig.Refused(new CreateAlias(), new() { AliasName = "alias/app", TargetKeyId = two.KeyId }));
        _ring.Rig.Run(new UpdateAlias(), new() { AliasName = "alias/app", TargetKeyId = two.KeyId });
        Assert.Equal(two.KeyId, _ring.Show("alias/app").KeyId);
        var hmac = _ring.Key(KeySpec.Hmac256, KeyUsageType.GenerateVerifyMac);
        Assert.Equal(
            "ValidationException",
            _ring.Rig.Refused(new UpdateAlias(), new() { AliasName = "alias/app", TargetKeyId = hmac.KeyId }));
        Assert.Empty(_ring.Rig.Run(new ListAliases(), new() { KeyId = one.KeyId }).Aliases!);
        _ring.Rig.Run(new DeleteAlias(), new() { AliasName = "alias/app" });
        Assert.Equal("NotFoundException", _ring.Rig.Refused(new DescribeKey(), new() { KeyId = "alias/app" }));
        Assert.Equal("NotFoundException", _ring.Rig.Refused(new DeleteAlias(), new() { AliasName = "alias/app" }));
    }

    [Theory]
    [InlineData("app", "ValidationException")]
    [InlineData("alias/", "ValidationException")]
    [InlineData("alias/aws/mine", "NotAuthorizedException")]
    [InlineData("alias/a:b", "InvalidAliasNameException")]
    public void Names_of_aliases_are_checked(string name, string code)
    {
        var key = _ring.Key();
        Assert.Equal(
            code, _ring.Rig.Refused(new CreateAlias(), new() { AliasName = name, TargetKeyId = key.KeyId }));
    }

    [Fact]
    public void A_key_of_a_service_is_made_when_it_is_first_asked_for_and_serves_only_the_service()
    {
        var key = _ring.Show("alias/aws/s3");
        Assert.Equal(KeyManagerType.Aws, key.KeyManager);
        Assert.Equal(key.KeyId, _ring.Show("alias/aws/s3").KeyId);
        Assert.Equal(
            "AccessDeniedException",
            _ring.Rig.Refused(new Encrypt(), new() { KeyId = "alias/aws/s3", Plaintext = Keyring.Bytes("x") }));
        Assert.Equal("AccessDeniedException", _ring.Rig.Refused(new DisableKey(), new() { KeyId = key.KeyId }));
        Assert.Equal(
            "NotFoundException", _ring.Rig.Refused(new DescribeKey(), new() { KeyId = "alias/aws/nothing" }));
    }

    [Fact]
    public void A_policy_must_not_lock_its_key()
    {
        var key = _ring.Key();
        var shown = _ring.Rig.Run(new GetKeyPolicy(), new() { KeyId = key.KeyId });
        Assert.Contains("arn:aws:iam::123456789012:root", shown.Policy);
        Assert.Equal(["default"], _ring.Rig.Run(new ListKeyPolicies(), new() { KeyId = key.KeyId }).PolicyNames!);
        const string locked =
            """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"kms:Encrypt",
            "Resource":"*"}]}
            """;
        PutKeyPolicyRequest Put(string policy, bool bypass = false) => new()
        {
            KeyId = key.KeyId, Policy = policy, BypassPolicyLockoutSafetyCheck = bypass,
        };
        Assert.Equal("MalformedPolicyDocumentException", _ring.Rig.Refused(new PutKeyPolicy(), Put(locked)));
        Assert.Equal("MalformedPolicyDocumentException", _ring.Rig.Refused(new PutKeyPolicy(), Put("{}")));
        Assert.Equal("LimitExceededException", _ring.Rig.Refused(
            new PutKeyPolicy(), Put(shown.Policy + new string(' ', 32_768))));
        Assert.Equal(shown.Policy, _ring.Rig.Run(new GetKeyPolicy(), new() { KeyId = key.KeyId }).Policy);
        _ring.Rig.Run(new PutKeyPolicy(), Put(locked, bypass: true));
        Assert.Equal(locked, _ring.Rig.Run(new GetKeyPolicy(), new() { KeyId = key.KeyId }).Policy);
    }

    [Fact]
    public void Tags_come_and_go()
    {
        var key = _ring.Key();
        _ring.Rig.Run(new TagResource(), new()
        {
            KeyId = key.KeyId, Tags = [new() { TagKey = "a", TagValue = "1" }, new() { TagKey = "b", TagValue = "2" }],
        });
        _ring.Rig.Run(new UntagResource(), new() { KeyId = key.KeyId, TagKeys = ["a"] });
        var tag = Assert.Single(_ring.Rig.Run(new ListResourceTags(), new() { KeyId = key.KeyId }).Tags!);
        Assert.Equal(("b", "2"), (tag.TagKey, tag.TagValue));
        Assert.Equal("TagException", _ring.Rig.Refused(new TagResource(), new()
        {
            KeyId = key.KeyId, Tags = [new() { TagKey = "aws:x", TagValue = "1" }],
        }));
        _ring.Rig.Run(new UpdateKeyDescription(), new() { KeyId = key.KeyId, Description = "mine" });
        Assert.Equal("mine", _ring.Show(key.KeyId!).Description);
    }

    private string Try(string operation, KeyMetadata key)
    {
        try
        {
            Do(operation, key.KeyId!);
            return "";
        }
        catch (ServiceException refusal)
        {
            return refusal.Code;
        }
    }

    private object Do(string operation, string id) => operation switch
    {
        "Encrypt" => _ring.Encrypt(id, "x"),
        "DisableKey" => _ring.Rig.Run(new DisableKey(), new() { KeyId = id }),
        "EnableKey" => _ring.Rig.Run(new EnableKey(), new() { KeyId = id }),
        "CreateAlias" => _ring.Rig.Run(new CreateAlias(), new() { AliasName = $"alias/{id}", TargetKeyId = id }),
        "TagResource" => _ring.Rig.Run(new TagResource(), new() { KeyId = id, Tags = [] }),
        "UpdateKeyDescription" => _ring.Rig.Run(new UpdateKeyDescription(), new() { KeyId = id, Description = "" }),
        "GetKeyPolicy" => _ring.Rig.Run(new GetKeyPolicy(), new() { KeyId = id }),
        "PutKeyPolicy" => _ring.Rig.Run(
            new PutKeyPolicy(),
            new() { KeyId = id, Policy = _ring.Rig.Run(new GetKeyPolicy(), new() { KeyId = id }).Policy }),
        "DescribeKey" => _ring.Show(id),
        "ScheduleKeyDeletion" => _ring.Rig.Run(new ScheduleKeyDeletion(), new() { KeyId = id }),
        _ => _ring.Rig.Run(new CancelKeyDeletion(), new() { KeyId = id }),
    };
}
