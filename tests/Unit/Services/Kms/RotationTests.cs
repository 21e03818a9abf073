using Orrery.Services.Kms.Operations.Keys;
using Orrery.Services.Kms.Operations.Rotation;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Tests.Unit.Services.Kms;

public sealed class RotationTests
{
    private readonly Keyring _ring = new();

    [Fact]
    public void A_key_rotates_when_it_is_due_and_old_ciphertexts_still_open()
    {
        var key = _ring.Key();
        var id = key.KeyId!;
        var old = _ring.Encrypt(id, "old");
        _ring.Rig.Run(new EnableKeyRotation(), new() { KeyId = id, RotationPeriodInDays = 90 });
        var status = _ring.Rig.Run(new GetKeyRotationStatus(), new() { KeyId = id });
        Assert.Equal((true, Rig.Start.AddDays(90)), (status.KeyRotationEnabled, status.NextRotationDate));
        _ring.Rig.Advance(TimeSpan.FromDays(89));
        Assert.Equal(key.CurrentKeyMaterialId, _ring.Show(id).CurrentKeyMaterialId);
        _ring.Rig.Advance(TimeSpan.FromDays(1));
        Assert.NotEqual(key.CurrentKeyMaterialId, _ring.Show(id).CurrentKeyMaterialId);
        Assert.Equal(("old", "new"), (_ring.Decrypt(old), _ring.Decrypt(_ring.Encrypt(id, "new"))));
        _ring.Rig.Run(new RotateKeyOnDemand(), new() { KeyId = id });
        var rotations = _ring.Rig.Run(new ListKeyRotations(), new() { KeyId = id }).Rotations!;
        Assert.Equal([RotationType.Automatic, RotationType.OnDemand], rotations.Select(r => r.RotationType!.Value));
        Assert.Equal(3, _ring.Rig.Run(new ListKeyRotations(), new()
        {
            KeyId = id, IncludeKeyMaterial = IncludeKeyMaterial.AllKeyMaterial,
        }).Rotations!.Count);
        _ring.Rig.Run(new DisableKeyRotation(), new() { KeyId = id });
        _ring.Rig.Advance(TimeSpan.FromDays(400));
        Assert.Equal(2, _ring.Rig.Run(new ListKeyRotations(), new() { KeyId = id }).Rotations!.Count);
        Assert.Equal("old", _ring.Decrypt(old));
    }

    [Fact]
    public void A_disabled_key_waits_and_catches_up()
    {
        var id = _ring.Key().KeyId!;
        _ring.Rig.Run(new EnableKeyRotation(), new() { KeyId = id });
        _ring.Rig.Run(new DisableKey(), new() { KeyId = id });
        _ring.Rig.Advance(TimeSpan.FromDays(400));
        Assert.Empty(_ring.Rig.Run(new ListKeyRotations(), new() { KeyId = id }).Rotations!);
        _ring.Rig.Run(new EnableKey(), new() { KeyId = id });
        Assert.Single(_ring.Rig.Run(new ListKeyRotations(), new() { KeyId = id }).Rotations!);
        Assert.Equal(
            Rig.Start.AddDays(765),
            _ring.Rig.Run(new GetKeyRotationStatus(), new() { KeyId = id }).NextRotationDate);
    }

    [Fact]
    public void Only_symmetric_keys_rotate_and_on_demand_not_for_ever()
    {
        var rsa = _ring.Key(KeySpec.EccNistP256, KeyUsageType.SignVerify).KeyId;
        Assert.Equal(
            "UnsupportedOperationException", _ring.Rig.Refused(new EnableKeyRotation(), new() { KeyId = rsa }));
        var id = _ring.Key().KeyId;
        for (var i = 0; i < 25; i++)
            _ring.Rig.Run(new RotateKeyOnDemand(), new() { KeyId = id });
        Assert.Equal("LimitExceededException", _ring.Rig.Refused(new RotateKeyOnDemand(), new() { KeyId = id }));
    }

    // Source: floci-io/floci, pull request 618.
    [Theory]
    [InlineData(KeySpec.EccNistP256)]
    [InlineData(KeySpec.Hmac256)]
    public void A_key_that_cannot_rotate_does_not(KeySpec spec)
    {
        var id = _ring.Key(spec, spec == KeySpec.Hmac256 ? KeyUsageType.GenerateVerifyMac : KeyUsageType.SignVerify)
            .KeyId!;
        Assert.False(_ring.Rig.Run(new GetKeyRotationStatus(), new() { KeyId = id }).KeyRotationEnabled);
        Assert.Equal("UnsupportedOperationException", _ring.Rig.Refused(
            new EnableKeyRotation(), new() { KeyId = id }));
    }
}
