using Orrery.Services.Kms.Operations.Keys;
using Orrery.Services.SecretsManager.Operations.Lifecycle;
using Orrery.Services.SecretsManager.Operations.Policies;
using Orrery.Services.SecretsManager.Operations.Rotation;
using Orrery.Services.SecretsManager.Operations.Tags;
using Orrery.Services.SecretsManager.Operations.Values;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Tests.Unit.Services.SecretsManager;

public sealed class SecretTests
{
    private readonly Safe _safe = new();

    [Fact]
    public void A_secret_is_found_by_name_and_ARN_with_and_without_its_end()
    {
        var made = _safe.Make("app/db", "hush");
        Assert.Matches("^arn:aws:secretsmanager:eu-west-1:123456789012:secret:app/db-[A-Za-z0-9]{6}$", made.ARN!);
        foreach (var id in new[] { "app/db", made.ARN!, made.ARN![..^7] })
            Assert.Equal("hush", _safe.Read(id));
        Assert.Equal("ResourceNotFoundException", Rig.Refusal(() => _safe.Read("app")));
        Assert.Equal("ResourceExistsException", Rig.Refusal(() => _safe.Make("app/db", "other")));
        Assert.Equal("ValidationException", Rig.Refusal(() => _safe.Make("a b")));
    }

    [Fact]
    public void The_previous_version_follows_the_current_one()
    {
        var one = _safe.Make("s", "1").VersionId;
        _safe.Put("s", "2");
        Assert.Equal(("2", "1"), (_safe.Read("s"), _safe.Read("s", "AWSPREVIOUS")));
        _safe.Put("s", "3", "AWSPENDING");
        Assert.Equal(("2", "3"), (_safe.Read("s"), _safe.Read("s", "AWSPENDING")));
        _safe.Put("s", "4");
        Assert.Equal(("4", "2"), (_safe.Read("s"), _safe.Read("s", "AWSPREVIOUS")));
        Assert.Equal("1", _safe.Read("s", version: one));
        Assert.Equal("ResourceNotFoundException", Rig.Refusal(() => _safe.Read("s", "OTHER")));
        var listed = _safe.Rig.Run(new ListSecretVersionIds(), new() { SecretId = "s" }).Versions!;
        Assert.Equal(3, listed.Count);
        Assert.Equal(4, _safe.Rig.Run(
            new ListSecretVersionIds(), new() { SecretId = "s", IncludeDeprecated = true }).Versions!.Count);
    }

    [Fact]
    public void A_staging_label_moves_from_the_version_that_has_it()
    {
        var one = _safe.Make("s", "1").VersionId;
        var two = _safe.Put("s", "2").VersionId;
        UpdateSecretVersionStageRequest Move(string? from, string? to) => new()
        {
            SecretId = "s", VersionStage = "AWSCURRENT", RemoveFromVersionId = from, MoveToVersionId = to,
        };
        Assert.Equal(
            "InvalidParameterException", _safe.Rig.Refused(new UpdateSecretVersionStage(), Move(null, one)));
        Assert.Equal(
            "InvalidParameterException", _safe.Rig.Refused(new UpdateSecretVersionStage(), Move(two, null)));
        _safe.Rig.Run(new UpdateSecretVersionStage(), Move(two, one));
        Assert.Equal(("1", "2"), (_safe.Read("s"), _safe.Read("s", "AWSPREVIOUS")));
        var shown = _safe.Rig.Run(new DescribeSecret(), new() { SecretId = "s" }).VersionIdsToStages!;
        Assert.Equal(["AWSCURRENT"], shown[one!]);
        Assert.Equal(["AWSPREVIOUS"], shown[two!]);
    }

    [Fact]
    public void The_same_token_makes_one_version_and_no_other_value()
    {
        const string token = "12345678-1234-1234-1234-123456789012";
        _safe.Make("s", "1");
        PutSecretValueRequest Put(string value) => new()
        {
            SecretId = "s", SecretString = value, ClientRequestToken = token,
        };
        _safe.Rig.Run(new PutSecretValue(), Put("2"));
        Assert.Equal(token, _safe.Rig.Run(new PutSecretValue(), Put("2")).VersionId);
        Assert.Equal("ResourceExistsException", _safe.Rig.Refused(new PutSecretValue(), Put("3")));
        Assert.Equal("InvalidRequestException", _safe.Rig.Refused(
            new PutSecretValue(), new() { SecretId = "s" }));
    }

    [Fact]
    public void A_deleted_secret_comes_back_within_its_window_and_not_after()
    {
        _safe.Make("s", "1");
        _safe.Rig.Run(new DeleteSecret(), new() { SecretId = "s", RecoveryWindowInDays = 7 });
        Assert.Equal("InvalidRequestException", Rig.Refusal(() => _safe.Read("s")));
        Assert.Equal("InvalidRequestException", Rig.Refusal(() => _safe.Make("s")));
        Assert.Empty(_safe.Rig.Run(new ListSecrets(), new()).SecretList!);
        Assert.Single(_safe.Rig.Run(new ListSecrets(), new() { IncludePlannedDeletion = true }).SecretList!);
        _safe.Rig.Advance(TimeSpan.FromDays(6));
        _safe.Rig.Run(new RestoreSecret(), new() { SecretId = "s" });
        _safe.Rig.Advance(TimeSpan.FromDays(30));
        Assert.Equal("1", _safe.Read("s"));
        _safe.Rig.Run(new DeleteSecret(), new() { SecretId = "s" });
        _safe.Rig.Advance(TimeSpan.FromDays(30));
        Assert.Equal("ResourceNotFoundException", _safe.Rig.Refused(new RestoreSecret(), new() { SecretId = "s" }));
        _safe.Make("s", "2");
        _safe.Rig.Run(new DeleteSecret(), new() { SecretId = "s", ForceDeleteWithoutRecovery = true });
        Assert.Equal("ResourceNotFoundException", Rig.Refusal(() => _safe.Read("s")));
        Assert.Equal("InvalidParameterException", _safe.Rig.Refused(
            new DeleteSecret(), new() { SecretId = "s", RecoveryWindowInDays = 3 }));
    }

    [Fact]
    public void A_secret_opens_only_while_its_key_does()
    {
        var key = _safe.Rig.Run(new CreateKey(), new()).KeyMetadata!.KeyId!;
        _safe.Make("s", "1", key);
        Assert.Equal("1", _safe.Read("s"));
        _safe.Rig.Run(new DisableKey(), new() { KeyId = key });
        Assert.Equal("DecryptionFailure", Rig.Refusal(() => _safe.Read("s")));
        Assert.Equal("EncryptionFailure", Rig.Refusal(() => _safe.Put("s", "2")));
        _safe.Rig.Run(new UpdateSecret(), new() { SecretId = "s", KmsKeyId = "alias/aws/secretsmanager" });
        _safe.Put("s", "2");
        Assert.Equal("2", _safe.Read("s"));
    }

    [Fact]
    public void Several_secrets_are_read_at_once_and_what_fails_is_told()
    {
        _safe.Make("a/1", "1");
        _safe.Make("a/2", "2");
        _safe.Make("b/3", "3");
        var read = _safe.Rig.Run(new BatchGetSecretValue(), new() { SecretIdList = ["a/1", "none"] });
        Assert.Equal("1", Assert.Single(read.SecretValues!).SecretString);
        Assert.Equal("ResourceNotFoundException", Assert.Single(read.Errors!).ErrorCode);
        string[] Names(FilterNameStringType key, string value) =>
        [
            .. _safe.Rig.Run(new BatchGetSecretValue(), new()
            {
                Filters = [new() { Key = key, Values = [value] }],
            }).SecretValues!.Select(v => v.Name!),
        ];
        Assert.Equal(["a/1", "a/2"], Names(FilterNameStringType.Name, "a/"));
        Assert.Equal(["b/3"], Names(FilterNameStringType.Name, "!a/"));
        Assert.Equal("InvalidParameterException", _safe.Rig.Refused(new BatchGetSecretValue(), new()));
    }

    [Fact]
    public void A_value_is_text_or_bytes_and_never_both()
    {
        _safe.Make("text", "1");
        _safe.Rig.Run(new CreateSecret(), new() { Name = "bytes", SecretBinary = new byte[] { 1, 2 } });
        var text = _safe.Rig.Run(new GetSecretValue(), new() { SecretId = "text" });
        Assert.Equal(("1", false), (text.SecretString, text.SecretBinary.HasValue));
        var bytes = _safe.Rig.Run(new GetSecretValue(), new() { SecretId = "bytes" });
        Assert.Null(bytes.SecretString);
        Assert.Equal([1, 2], bytes.SecretBinary!.Value.ToArray());
        var both = _safe.Rig.Run(new BatchGetSecretValue(), new() { SecretIdList = ["text", "bytes"] }).SecretValues!;
        Assert.Equal([false, true], both.Select(v => v.SecretBinary.HasValue));
    }

    [Fact]
    public void By_force_a_secret_that_is_not_there_is_deleted_too()
    {
        DeleteSecretRequest Force(string id) => new() { SecretId = id, ForceDeleteWithoutRecovery = true };
        var none = _safe.Rig.Run(new DeleteSecret(), Force("none"));
        Assert.Equal(("none", Rig.Start), (none.Name, none.DeletionDate));
        Assert.Matches("^arn:aws:secretsmanager:eu-west-1:123456789012:secret:none-[A-Za-z0-9]{6}$", none.ARN!);
        Assert.Equal(none.ARN, _safe.Rig.Run(new DeleteSecret(), Force(none.ARN!)).ARN);
        Assert.Equal("ResourceNotFoundException", _safe.Rig.Refused(
            new DeleteSecret(), Force("arn:aws:secretsmanager:eu-west-1:210987654321:secret:none-abcdef")));
        Assert.Equal("ResourceNotFoundException", _safe.Rig.Refused(new DeleteSecret(), new() { SecretId = "none" }));
    }

    [Fact]
    public void Passwords_have_what_was_asked_for()
    {
        string New(GetRandomPasswordRequest wish) => _safe.Rig.Run(new GetRandomPassword(), wish).RandomPassword!;
        var one = New(new());
        Assert.Equal(32, one.Length);
        Assert.NotEqual(one, New(new()));
        Assert.Contains(one, char.IsAsciiDigit);
        var digits = New(new()
        {
            PasswordLength = 6, ExcludeLowercase = true, ExcludeUppercase = true, ExcludePunctuation = true,
            ExcludeCharacters = "01",
        });
        Assert.Matches("^[2-9]{6}$", digits);
        Assert.Equal("InvalidParameterException", _safe.Rig.Refused(
            new GetRandomPassword(), new() { PasswordLength = 3 }));
    }

    [Fact]
    public void A_policy_is_checked_kept_and_taken()
    {
        _safe.Make("s", "1");
        const string open =
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""";
        PutResourcePolicyRequest Put(string policy, bool blocks) => new()
        {
            SecretId = "s", ResourcePolicy = policy, BlockPublicPolicy = blocks,
        };
        Assert.Equal("PublicPolicyException", _safe.Rig.Refused(new PutResourcePolicy(), Put(open, true)));
        Assert.Equal("MalformedPolicyDocumentException", _safe.Rig.Refused(new PutResourcePolicy(), Put("{}", false)));
        _safe.Rig.Run(new PutResourcePolicy(), Put(open, false));
        Assert.Equal(open, _safe.Rig.Run(new GetResourcePolicy(), new() { SecretId = "s" }).ResourcePolicy);
        _safe.Rig.Run(new DeleteResourcePolicy(), new() { SecretId = "s" });
        Assert.Null(_safe.Rig.Run(new GetResourcePolicy(), new() { SecretId = "s" }).ResourcePolicy);
        Assert.False(_safe.Rig.Run(
            new ValidateResourcePolicy(), new() { ResourcePolicy = open }).PolicyValidationPassed);
    }

    [Fact]
    public void Tags_come_and_go_and_rotation_waits_for_functions()
    {
        _safe.Make("s", "1");
        _safe.Rig.Run(new TagResource(), new()
        {
            SecretId = "s", Tags = [new() { Key = "a", Value = "1" }, new() { Key = "b", Value = "2" }],
        });
        _safe.Rig.Run(new UntagResource(), new() { SecretId = "s", TagKeys = ["a"] });
        Assert.Equal("b", Assert.Single(_safe.Rig.Run(new DescribeSecret(), new() { SecretId = "s" }).Tags!).Key);
        Assert.Equal("InvalidParameterException", _safe.Rig.Refused(new RotateSecret(), new()
        {
            SecretId = "s", RotationLambdaARN = "arn:aws:lambda:eu-west-1:123456789012:function:f",
        }));
        Assert.Equal("InvalidRequestException", _safe.Rig.Refused(
            new CancelRotateSecret(), new() { SecretId = "s" }));
    }
}
