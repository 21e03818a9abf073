using System.Text;
using Orrery.Services.Iam.Operations.AccessKeys;
using Orrery.Services.Iam.Operations.Account;
using Orrery.Services.Iam.Operations.Passwords;
using Orrery.Services.Iam.Operations.Sts;
using Orrery.Services.Iam.Operations.UserCredentials;
using Orrery.Services.Iam.Operations.Users;
using Orrery.Wire.Generated.Iam;
using Orrery.Wire.Generated.Sts;

namespace Orrery.Tests.Unit.Services.Iam;

/// <summary>Access keys, passwords and other credentials of users. Source: IAM API Reference.</summary>
public sealed class CredentialTests
{
    private const string Good = "Correct-Horse-7";

    [Fact]
    public void An_access_key_is_real_until_it_is_switched_off_or_gone()
    {
        var iam = Registry.New();
        var user = iam.User();
        var key = iam.Run(new CreateAccessKey(), new() { UserName = "ann" }).AccessKey!;
        Assert.Matches("^AKIA[A-Z2-7]{16}$", key.AccessKeyId);
        Assert.Equal(40, key.SecretAccessKey!.Length);
        var who = iam.Who(key.AccessKeyId!)!;
        Assert.Equal((user.Arn, user.UserId, key.SecretAccessKey, true), (
            who.Caller.Arn, who.Caller.UserId, who.SecretAccessKey, who.IsActive));
        Assert.Equal("N/A", iam.Run(
            new GetAccessKeyLastUsed(), new() { AccessKeyId = key.AccessKeyId }).AccessKeyLastUsed!.ServiceName);
        iam.Run(new UpdateAccessKey(), new()
        {
            UserName = "ann", AccessKeyId = key.AccessKeyId, Status = StatusType.Inactive,
        });
        Assert.False(iam.Who(key.AccessKeyId!)!.IsActive);
        Assert.Equal(StatusType.Inactive, Assert.Single(
            iam.Run(new ListAccessKeys(), new() { UserName = "ann" }).AccessKeyMetadata!).Status);
        iam.Key();
        Assert.Equal("Cannot exceed quota for AccessKeysPerUser: 2", Registry.Message(() => iam.Key()));
        iam.User("bob");
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(
            new DeleteAccessKey(), new DeleteAccessKeyRequest { UserName = "bob", AccessKeyId = key.AccessKeyId }));
        iam.Run(new DeleteAccessKey(), new() { UserName = "ann", AccessKeyId = key.AccessKeyId });
        Assert.Null(iam.Who(key.AccessKeyId!));
    }

    [Fact]
    public void A_key_tells_its_account_and_a_user_finds_their_own_keys_without_a_name()
    {
        var iam = Registry.New();
        iam.User();
        var ann = iam.Key();
        var mine = iam.As(ann, new ListAccessKeys(), new ListAccessKeysRequest()).AccessKeyMetadata!;
        Assert.Equal(("ann", ann.AccessKeyId), (Assert.Single(mine).UserName, mine[0].AccessKeyId));
        var root = iam.Run(new CreateAccessKey(), new()).AccessKey!;
        Assert.True(iam.Who(root.AccessKeyId!)!.Caller.IsRoot);
        Assert.Equal(Registry.Account, iam.Run(
            new GetAccessKeyInfo(), new GetAccessKeyInfoRequest { AccessKeyId = ann.AccessKeyId }).Account);
        iam.Run(new DeleteAccessKey(), new() { UserName = "ann", AccessKeyId = ann.AccessKeyId });
        Assert.Equal(Registry.Account, iam.Run(
            new GetAccessKeyInfo(), new GetAccessKeyInfoRequest { AccessKeyId = ann.AccessKeyId }).Account);
        Assert.Equal("ValidationError", iam.Rig.Refused(
            new GetAccessKeyInfo(), new GetAccessKeyInfoRequest { AccessKeyId = "AKIAIOSFODNN7EXAMPLE" }));
        Assert.Equal("arn:aws:iam::123456789012:root", iam.Run(new GetUser(), new()).User!.Arn);
    }

    // IAM User Guide, "Set an account password policy for IAM users": the default policy.
    [Theory]
    [InlineData("Short-7", false)]
    [InlineData("alllowercase", false)]
    [InlineData("lowercase99", false)]
    [InlineData("Lowercase99", true)]
    [InlineData("lower-case-99", true)]
    public void Without_a_policy_of_the_account_AWSs_default_holds(string password, bool isGood)
    {
        var iam = Registry.New();
        iam.User();
        CreateLoginProfileRequest request = new() { UserName = "ann", Password = password };
        if (isGood) iam.Run(new CreateLoginProfile(), request);
        else Assert.Equal("PasswordPolicyViolation", iam.Rig.Refused(new CreateLoginProfile(), request));
    }

    [Fact]
    public void A_user_changes_their_password_as_the_policy_says()
    {
        var iam = Registry.New();
        iam.User();
        var ann = iam.Key();
        iam.Run(new UpdateAccountPasswordPolicy(), new()
        {
            MinimumPasswordLength = 10, RequireSymbols = true, RequireNumbers = true, RequireUppercaseCharacters = true,
            RequireLowercaseCharacters = true, PasswordReusePrevention = 2, MaxPasswordAge = 30, HardExpiry = true,
        });
        var rules = iam.Run(new GetAccountPasswordPolicy(), new()).PasswordPolicy!;
        Assert.Equal((10, 30, true), (rules.MinimumPasswordLength, rules.MaxPasswordAge, rules.ExpirePasswords));
        iam.Run(new CreateLoginProfile(), new() { UserName = "ann", Password = Good, PasswordResetRequired = true });
        Assert.True(iam.Run(new GetLoginProfile(), new() { UserName = "ann" }).LoginProfile!.PasswordResetRequired);
        string? Change(string old, string next)
        {
            try
            {
                iam.As(ann, new ChangePassword(), new() { OldPassword = old, NewPassword = next });
                return null;
            }
            catch (Orrery.Core.ServiceException refusal)
            {
                return refusal.Code;
            }
        }

        Assert.Equal("AccessDenied", Change("Wrong-Horse-7", "Another-Horse-7"));
        foreach (var weak in (string[])["Sh-7", "no-upper-7", "NO-LOWER-7", "No-Number-x", "NoSymbol77"])
            Assert.Equal("PasswordPolicyViolation", Change(Good, weak));
        Assert.Equal("PasswordPolicyViolation", Change(Good, Good));
        Assert.Null(Change(Good, "Second-Horse-7"));
        Assert.Equal("PasswordPolicyViolation", Change("Second-Horse-7", Good));
        Assert.Null(Change("Second-Horse-7", "Third-Horse-7"));
        Assert.Null(Change("Third-Horse-7", Good));
        Assert.False(iam.Run(new GetLoginProfile(), new() { UserName = "ann" }).LoginProfile!.PasswordResetRequired);
        iam.Rig.Advance(TimeSpan.FromDays(31));
        Assert.Equal("AccessDenied", Change(Good, "Fourth-Horse-7"));
        iam.Run(new UpdateLoginProfile(), new() { UserName = "ann", Password = "Fourth-Horse-7" });
        Assert.Null(Change("Fourth-Horse-7", "Fifth-Horse-7"));
        Assert.Equal("InvalidUserType", iam.Rig.Refused(
            new ChangePassword(), new ChangePasswordRequest { OldPassword = Good, NewPassword = Good }));
        iam.Run(new DeleteAccountPasswordPolicy(), new());
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(
            new DeleteAccountPasswordPolicy(), new DeleteAccountPasswordPolicyRequest()));
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(
            new GetAccountPasswordPolicy(), new GetAccountPasswordPolicyRequest()));
        iam.Run(new DeleteLoginProfile(), new() { UserName = "ann" });
        Assert.Equal("Login Profile for User ann cannot be found.", Registry.Message(
            () => iam.Run(new GetLoginProfile(), new() { UserName = "ann" })));
    }

    [Fact]
    public void SSH_keys_are_kept_in_one_form_and_told_in_both()
    {
        var iam = Registry.New();
        iam.User();
        using var rsa = System.Security.Cryptography.RSA.Create(2048);
        using var small = System.Security.Cryptography.RSA.Create(1024);
        UploadSSHPublicKeyRequest request = new()
        {
            UserName = "ann", SSHPublicKeyBody = rsa.ExportSubjectPublicKeyInfoPem(),
        };
        var key = iam.Run(new UploadSSHPublicKey(), request).SSHPublicKey!;
        Assert.StartsWith("ssh-rsa AAAAB3NzaC1yc2E", key.SSHPublicKeyBody, StringComparison.Ordinal);
        Assert.Matches("^([0-9a-f]{2}:){15}[0-9a-f]{2}$", key.Fingerprint);
        Assert.Equal("DuplicateSSHPublicKey", iam.Rig.Refused(
            new UploadSSHPublicKey(), request with { SSHPublicKeyBody = key.SSHPublicKeyBody + " ann@host" }));
        foreach (var wrong in (string[])
            [small.ExportSubjectPublicKeyInfoPem(), "ssh-rsa AAAA", "ssh-ed25519 AAAA", "x"])
        {
            Assert.Equal("InvalidPublicKey", iam.Rig.Refused(
                new UploadSSHPublicKey(), request with { SSHPublicKeyBody = wrong }));
        }

        var pem = iam.Run(new GetSSHPublicKey(), new()
        {
            UserName = "ann", SSHPublicKeyId = key.SSHPublicKeyId, Encoding = EncodingType.Pem,
        }).SSHPublicKey!;
        Assert.Equal(request.SSHPublicKeyBody.Trim(), pem.SSHPublicKeyBody!.Trim());
        iam.Run(new UpdateSSHPublicKey(), new()
        {
            UserName = "ann", SSHPublicKeyId = key.SSHPublicKeyId, Status = StatusType.Inactive,
        });
        Assert.Equal(StatusType.Inactive, Assert.Single(
            iam.Run(new ListSSHPublicKeys(), new() { UserName = "ann" }).SSHPublicKeys!).Status);
        Assert.Equal("DeleteConflict", iam.Rig.Refused(new DeleteUser(), new DeleteUserRequest { UserName = "ann" }));
        iam.Run(new DeleteSSHPublicKey(), new() { UserName = "ann", SSHPublicKeyId = key.SSHPublicKeyId });
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(new DeleteSSHPublicKey(), new DeleteSSHPublicKeyRequest
        {
            UserName = "ann", SSHPublicKeyId = key.SSHPublicKeyId,
        }));
    }

    [Fact]
    public void Credentials_of_a_service_show_their_password_when_made_or_reset()
    {
        var iam = Registry.New();
        iam.User();
        CreateServiceSpecificCredentialRequest request = new()
        {
            UserName = "ann", ServiceName = "codecommit.amazonaws.com",
        };
        var made = iam.Run(new CreateServiceSpecificCredential(), request).ServiceSpecificCredential!;
        Assert.Equal("ann-at-123456789012", made.ServiceUserName);
        iam.Run(new CreateServiceSpecificCredential(), request);
        Assert.Equal("LimitExceeded", iam.Rig.Refused(new CreateServiceSpecificCredential(), request));
        Assert.Equal("NotSupportedService", iam.Rig.Refused(
            new CreateServiceSpecificCredential(), request with { ServiceName = "s3.amazonaws.com" }));
        var id = made.ServiceSpecificCredentialId;
        var reset = iam.Run(new ResetServiceSpecificCredential(), new()
        {
            UserName = "ann", ServiceSpecificCredentialId = id,
        }).ServiceSpecificCredential!;
        Assert.NotEqual(made.ServicePassword, reset.ServicePassword);
        iam.Run(new UpdateServiceSpecificCredential(), new()
        {
            UserName = "ann", ServiceSpecificCredentialId = id, Status = StatusType.Inactive,
        });
        Assert.Single(iam.Run(new ListServiceSpecificCredentials(), new() { AllUsers = true })
            .ServiceSpecificCredentials!, c => c.Status == StatusType.Inactive);
        iam.Run(new DeleteServiceSpecificCredential(), new() { UserName = "ann", ServiceSpecificCredentialId = id });
        Assert.Equal("NoSuchEntity", iam.Rig.Refused(
            new DeleteServiceSpecificCredential(),
            new DeleteServiceSpecificCredentialRequest { UserName = "ann", ServiceSpecificCredentialId = id }));
    }

    [Fact]
    public void The_credential_report_tells_of_every_user_for_four_hours()
    {
        var iam = Registry.Slow();
        iam.User();
        iam.Key();
        iam.Run(new CreateLoginProfile(), new() { UserName = "ann", Password = Good });
        GetCredentialReportRequest ask = new();
        Assert.Equal("ReportNotPresent", iam.Rig.Refused(new GetCredentialReport(), ask));
        Assert.Equal(ReportStateType.Started, iam.Run(new GenerateCredentialReport(), new()).State);
        Assert.Equal(ReportStateType.Inprogress, iam.Run(new GenerateCredentialReport(), new()).State);
        Assert.Equal("ReportInProgress", iam.Rig.Refused(new GetCredentialReport(), ask));
        iam.Rig.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ReportStateType.Complete, iam.Run(new GenerateCredentialReport(), new()).State);
        var lines = Encoding.UTF8.GetString(iam.Run(new GetCredentialReport(), ask).Content!.Value.Span).Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.Equal(lines[0].Split(',').Length, line.Split(',').Length));
        Assert.StartsWith("<root_account>,arn:aws:iam::123456789012:root,", lines[1], StringComparison.Ordinal);
        Assert.Equal(
            "ann,arn:aws:iam::123456789012:user/ann,2026-01-01T00:00:00+00:00,true,no_information,"
            + "2026-01-01T00:00:00+00:00,N/A,false,true,2026-01-01T00:00:00+00:00,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,"
            + "false,N/A,false,N/A",
            lines[2]);
        iam.Rig.Advance(TimeSpan.FromHours(4));
        Assert.Equal("ReportExpired", iam.Rig.Refused(new GetCredentialReport(), ask));
    }
}
