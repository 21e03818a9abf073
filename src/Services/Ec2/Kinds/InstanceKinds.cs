using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Kinds;

/// <summary>
/// The kinds of instances and key pairs. Codes: "Error codes for the Amazon EC2 API"; tag types: the ResourceType
/// enumeration of the EC2 model.
/// </summary>
internal static class InstanceKinds
{
    public static readonly TableKind<InstanceId, InstanceRecord> Instance = new(
        InstanceTables.Instances,
        "instance",
        new("InvalidInstanceID.NotFound", "InvalidInstanceID.Malformed", "instance ID"));

    public static readonly TableKind<KeyPairId, KeyPairRecord> KeyPair = new(
        InstanceTables.KeyPairs,
        "key-pair",
        new("InvalidKeyPair.NotFound", "InvalidKeyPairId.Malformed", "key pair"));

    /// <summary>All of them; the prefixes differ.</summary>
    public static readonly IReadOnlyList<ResourceKind> All = [Instance, KeyPair];
}
