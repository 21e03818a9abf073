using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Ports;

/// <summary>
/// Condition keys that tell what an instance is, or to which the credentials of a role were given. Sources: Service
/// Authorization Reference, "Condition keys for Amazon EC2"; IAM User Guide, "AWS global condition context keys".
/// </summary>
internal static class InstanceProperties
{
    /// <summary>The value of a key, given in capitals; null where it is none of an instance.</summary>
    public static string? Of(ReadCall call, Scope scope, InstanceRecord instance, string name) => name switch
    {
        "AWS:EC2INSTANCESOURCEPRIVATEIPV4" => AddressOf(call, scope, instance),
        "AWS:EC2INSTANCESOURCEVPC" => instance.VpcId.Value,
        "EC2:AVAILABILITYZONE" => instance.AvailabilityZone,
        "EC2:AVAILABILITYZONEID" => instance.AvailabilityZoneId,
        "EC2:EBSOPTIMIZED" => ResourceProperties.Flag(instance.EbsOptimized),
        "EC2:INSTANCEAUTORECOVERY" => instance.AutoRecovery.ToWire(),
        "EC2:INSTANCEMARKETTYPE" => instance.SpotRequestId is null ? "on-demand" : "spot",
        "EC2:INSTANCEMETADATATAGS" => instance.MetadataOptions.InstanceMetadataTags.ToWire(),
        "EC2:INSTANCEPROFILE" => ProfileOf(call, scope, instance),
        "EC2:INSTANCETYPE" => instance.InstanceType,
        "EC2:METADATAHTTPENDPOINT" => instance.MetadataOptions.HttpEndpoint.ToWire(),
        "EC2:METADATAHTTPPUTRESPONSEHOPLIMIT" =>
            ResourceProperties.Number(instance.MetadataOptions.HttpPutResponseHopLimit),
        "EC2:METADATAHTTPTOKENS" => instance.MetadataOptions.HttpTokens.ToWire(),
        "EC2:PLACEMENTGROUP" => GroupOf(call, scope, instance),
        "EC2:ROOTDEVICETYPE" => "ebs",
        "EC2:TENANCY" => instance.Tenancy.ToWire(),
        _ => null,
    };

    private static string? ProfileOf(ReadCall call, Scope scope, InstanceRecord instance) =>
        call.Read(VolumeTables.Profiles, scope).By(VolumeTables.ProfilesByInstance, instance.Id.Value)
            .FirstOrDefault(p => p.State == IamInstanceProfileAssociationState.Associated)?.ProfileArn;

    private static string? AddressOf(ReadCall call, Scope scope, InstanceRecord instance) =>
        call.Read(Tables.NetworkInterfaces, scope).By(Tables.InterfacesByVpc, instance.VpcId.Value)
            .FirstOrDefault(face => face.Attachment is { DeviceIndex: 0 } attachment
                && attachment.InstanceId == instance.Id.Value)
            ?.PrivateIps.FirstOrDefault();

    private static string? GroupOf(ReadCall call, Scope scope, InstanceRecord instance) =>
        instance.PlacementGroupId is { } id
        && call.Read(TemplateTables.PlacementGroups, scope).Find(new(id)) is { } group
            ? ResourceProperties.Arn(scope, "placement-group", group.Name)
            : null;
}
