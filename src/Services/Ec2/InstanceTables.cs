using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2;

/// <summary>The tables of instances and key pairs, and how interfaces are found by instance.</summary>
internal static class InstanceTables
{
    public static readonly Table<InstanceId, InstanceRecord> Instances =
        Table<InstanceId, InstanceRecord>.Resident(
            "ec2.instances", r => r.Id, () => InstanceJson.Default.InstanceRecord);

    public static readonly Index<InstanceId, InstanceRecord> InstancesByReservation =
        Instances.Index("reservation", i => i.ReservationId);

    public static readonly Index<InstanceId, InstanceRecord> InstancesByState =
        Instances.Index("state", i => i.State.ToWire());

    public static readonly Index<InstanceId, InstanceRecord> InstancesByVpc =
        Instances.Index("vpc", i => IsGone(i) ? null : i.VpcId.Value);

    public static readonly Index<InstanceId, InstanceRecord> InstancesBySubnet =
        Instances.Index("subnet", i => IsGone(i) ? null : i.SubnetId.Value);

    /// <summary>On-Demand Instances that run, or are about to, by what they count for.</summary>
    public static readonly Index<InstanceId, InstanceRecord> RunningByVcpus = Instances.Index(
        "running-vcpus", i => i is
        {
            State: InstanceStateName.Pending or InstanceStateName.Running, SpotRequestId: null,
        } ? Rules.VcpuBuckets.Of(i.InstanceType) : null);

    public static readonly Index<NetworkInterfaceId, NetworkInterfaceRecord> InterfacesByInstance =
        Tables.NetworkInterfaces.Index("instance", i => i.Attachment?.InstanceId);

    public static readonly Index<NetworkInterfaceId, NetworkInterfaceRecord> InterfacesByAttachment =
        Tables.NetworkInterfaces.Index("attachment", i => (i.Attachment ?? i.Detached)?.AttachmentId);

    public static readonly Table<KeyPairId, KeyPairRecord> KeyPairs =
        Table<KeyPairId, KeyPairRecord>.Resident("ec2.key-pairs", r => r.Id, () => InstanceJson.Default.KeyPairRecord);

    public static readonly Index<KeyPairId, KeyPairRecord> KeyPairsByName = KeyPairs.Index("name", k => k.Name);

    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [Instances, KeyPairs];

    private static bool IsGone(InstanceRecord instance) => instance.State == InstanceStateName.Terminated;
}
