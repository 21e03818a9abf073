using Orrery.Services.Kms.Operations.Cryptography;
using Orrery.Services.Kms.Operations.Grants;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Tests.Unit.Services.Kms;

public sealed class GrantTests
{
    private const string Guest = "arn:aws:iam::210987654321:root";

    private readonly Keyring _ring = new();

    [Fact]
    public void A_grant_lets_another_account_do_what_it_says_in_its_context()
    {
        var key = _ring.Key();
        var guest = _ring.In("eu-west-1", Keyring.Stranger);
        var blob = _ring.Encrypt(key.KeyId!, "x", "jobs");
        Assert.Equal("AccessDeniedException", Rig.Refusal(() => guest.Decrypt(blob, context: "jobs")));
        Grant(key, new() { EncryptionContextEquals = Keyring.Context("jobs") }, GrantOperation.Decrypt);
        Assert.Equal("x", guest.Decrypt(blob, context: "jobs"));
        Assert.Equal("x", guest.Decrypt(blob, key.Arn, "jobs"));
        var other = _ring.Encrypt(key.KeyId!, "x", "other");
        Assert.Equal("AccessDeniedException", Rig.Refusal(() => guest.Decrypt(other, context: "other")));
        Assert.Equal("AccessDeniedException", guest.Rig.Refused(
            new Encrypt(), new() { KeyId = key.Arn, Plaintext = Keyring.Bytes("x") }));
    }

    [Fact]
    public void Grants_are_listed_revoked_and_retired()
    {
        var key = _ring.Key();
        var one = Grant(key, null, GrantOperation.Decrypt);
        var two = Grant(key, null, GrantOperation.Encrypt, GrantOperation.RetireGrant);
        var guest = _ring.In("eu-west-1", Keyring.Stranger);
        var listed = _ring.Rig.Run(new ListGrants(), new() { KeyId = key.KeyId }).Grants!;
        Assert.Equal(2, listed.Count);
        Assert.Equal([one.GrantId], _ring.Rig.Run(
            new ListGrants(), new() { KeyId = key.KeyId, GrantId = one.GrantId }).Grants!.Select(g => g.GrantId));
        Assert.Equal(2, _ring.Rig.Run(
            new ListRetirableGrants(), new() { RetiringPrincipal = "arn:aws:iam::123456789012:role/r" }).Grants!.Count);
        _ring.Rig.Run(new RevokeGrant(), new() { KeyId = key.KeyId, GrantId = one.GrantId });
        Assert.Equal("NotFoundException", _ring.Rig.Refused(
            new RevokeGrant(), new() { KeyId = key.KeyId, GrantId = one.GrantId }));
        guest.Rig.Run(new RetireGrant(), new() { GrantToken = two.GrantToken });
        Assert.Empty(_ring.Rig.Run(new ListGrants(), new() { KeyId = key.KeyId }).Grants!);
        Assert.Equal("InvalidGrantTokenException", _ring.Rig.Refused(new Encrypt(), new()
        {
            KeyId = key.KeyId, Plaintext = Keyring.Bytes("x"), GrantTokens = [two.GrantToken!],
        }));
    }

    [Fact]
    public void A_name_makes_a_grant_once()
    {
        var key = _ring.Key();
        CreateGrantRequest Wish(string name) => new()
        {
            KeyId = key.KeyId, GranteePrincipal = Guest, Operations = [GrantOperation.Decrypt], Name = name,
        };
        var one = _ring.Rig.Run(new CreateGrant(), Wish("n"));
        Assert.Equal(one.GrantId, _ring.Rig.Run(new CreateGrant(), Wish("n")).GrantId);
        Assert.NotEqual(one.GrantId, _ring.Rig.Run(new CreateGrant(), Wish("m")).GrantId);
    }

    [Theory]
    [InlineData("bad", null)]
    [InlineData("arn:aws:s3:::bucket", null)]
    [InlineData("arn:aws:iam::12:user/ann", null)]
    [InlineData(Guest, "bad2")]
    public void A_grant_names_principals(string grantee, string? retiring)
    {
        CreateGrantRequest wish = new()
        {
            KeyId = _ring.Key().KeyId, GranteePrincipal = grantee, RetiringPrincipal = retiring,
            Operations = [GrantOperation.Decrypt],
        };
        Assert.Equal("InvalidArnException", _ring.Rig.Refused(new CreateGrant(), wish));
        foreach (var good in (string[])[Guest, "arn:aws:sts::210987654321:assumed-role/r/s", "sns.amazonaws.com"])
            _ring.Rig.Run(new CreateGrant(), wish with { GranteePrincipal = good, RetiringPrincipal = null });
    }

    [Fact]
    public void A_grant_is_for_what_the_key_can()
    {
        var hmac = _ring.Key(KeySpec.Hmac256, KeyUsageType.GenerateVerifyMac);
        Assert.Equal("ValidationException", Rig.Refusal(() => Grant(hmac, null, GrantOperation.Sign)));
        Assert.Equal("ValidationException", Rig.Refusal(() => Grant(
            hmac, new() { EncryptionContextSubset = Keyring.Context("a") }, GrantOperation.GenerateMac)));
        var off = _ring.Key();
        _ring.Rig.Run(new DisableKey(), new() { KeyId = off.KeyId });
        Assert.Equal("DisabledException", Rig.Refusal(() => Grant(off, null, GrantOperation.Decrypt)));
    }

    private CreateGrantResult Grant(
        KeyMetadata key, GrantConstraints? constraints, params GrantOperation[] operations) =>
        _ring.Rig.Run(new CreateGrant(), new()
        {
            KeyId = key.KeyId,
            GranteePrincipal = Guest,
            RetiringPrincipal = "arn:aws:iam::123456789012:role/r",
            Operations = operations,
            Constraints = constraints,
        });
}
