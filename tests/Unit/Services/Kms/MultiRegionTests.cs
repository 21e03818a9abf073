using Orrery.Services.Kms.Operations.Keys;
using Orrery.Services.Kms.Operations.MultiRegion;
using Orrery.Services.Kms.Operations.Rotation;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Tests.Unit.Services.Kms;

public sealed class MultiRegionTests
{
    private readonly Keyring _ring = new();
    private readonly Keyring _there;

    public MultiRegionTests() => _there = _ring.In("us-east-1");

    [Fact]
    public void A_replica_opens_what_its_primary_encrypted_also_after_a_rotation()
    {
        var id = Pair();
        Assert.StartsWith("mrk-", id, StringComparison.Ordinal);
        Assert.Equal("x", _there.Decrypt(_ring.Encrypt(id, "x")));
        _ring.Rig.Run(new RotateKeyOnDemand(), new() { KeyId = id });
        Assert.Equal("y", _there.Decrypt(_ring.Encrypt(id, "y")));
        Assert.Equal("z", _ring.Decrypt(_there.Encrypt(id, "z")));
        Assert.Equal(
            "UnsupportedOperationException", _there.Rig.Refused(new EnableKeyRotation(), new() { KeyId = id }));
        var shown = _there.Show(id).MultiRegionConfiguration!;
        Assert.Equal(MultiRegionKeyType.Replica, shown.MultiRegionKeyType);
        Assert.Equal("eu-west-1", shown.PrimaryKey!.Region);
        Assert.Equal(["us-east-1"], shown.ReplicaKeys!.Select(r => r.Region));
    }

    [Fact]
    public void Only_a_primary_key_is_replicated_and_once_a_region()
    {
        var id = Pair();
        Assert.Equal("AlreadyExistsException", _ring.Rig.Refused(
            new ReplicateKey(), new() { KeyId = id, ReplicaRegion = "us-east-1" }));
        Assert.Equal("UnsupportedOperationException", _there.Rig.Refused(
            new ReplicateKey(), new() { KeyId = id, ReplicaRegion = "us-west-2" }));
        Assert.Equal("UnsupportedOperationException", _ring.Rig.Refused(
            new ReplicateKey(), new() { KeyId = _ring.Key().KeyId, ReplicaRegion = "us-west-2" }));
    }

    [Fact]
    public void A_primary_key_waits_for_its_replicas_to_be_deleted()
    {
        var id = Pair();
        var scheduled = _ring.Rig.Run(new ScheduleKeyDeletion(), new() { KeyId = id, PendingWindowInDays = 7 });
        Assert.Equal(KeyState.PendingReplicaDeletion, scheduled.KeyState);
        _ring.Rig.Advance(TimeSpan.FromDays(30));
        _there.Rig.Run(new ScheduleKeyDeletion(), new() { KeyId = id, PendingWindowInDays = 7 });
        _ring.Rig.Advance(TimeSpan.FromDays(7));
        Assert.Equal("NotFoundException", _there.Rig.Refused(new DescribeKey(), new() { KeyId = id }));
        Assert.Equal(Rig.Start.AddDays(44), _ring.Show(id).DeletionDate);
        _ring.Rig.Advance(TimeSpan.FromDays(7));
        Assert.Equal("NotFoundException", _ring.Rig.Refused(new DescribeKey(), new() { KeyId = id }));
    }

    [Fact]
    public void The_primary_region_moves_and_the_rotation_with_it()
    {
        var id = Pair();
        _ring.Rig.Run(new EnableKeyRotation(), new() { KeyId = id, RotationPeriodInDays = 90 });
        _ring.Rig.Run(new UpdatePrimaryRegion(), new() { KeyId = id, PrimaryRegion = "us-east-1" });
        Assert.Equal(
            MultiRegionKeyType.Primary, _there.Show(id).MultiRegionConfiguration!.MultiRegionKeyType);
        Assert.Equal(["eu-west-1"], _ring.Show(id).MultiRegionConfiguration!.ReplicaKeys!.Select(r => r.Region));
        var before = _ring.Show(id).CurrentKeyMaterialId;
        _ring.Rig.Advance(TimeSpan.FromDays(90));
        Assert.NotEqual(before, _there.Show(id).CurrentKeyMaterialId);
        Assert.Equal(_there.Show(id).CurrentKeyMaterialId, _ring.Show(id).CurrentKeyMaterialId);
    }

    private string Pair()
    {
        var id = _ring.Key(multi: true).KeyId!;
        _ring.Rig.Run(new ReplicateKey(), new() { KeyId = id, ReplicaRegion = "us-east-1" });
        return id;
    }
}
