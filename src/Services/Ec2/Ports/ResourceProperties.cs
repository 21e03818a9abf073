using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Ports;

/// <summary>
/// Condition keys that tell what a resource is. Source: Service Authorization Reference, "Condition keys for Amazon
/// EC2". Of what is yet to be made the request tells, so what has no record has none of these.
/// </summary>
internal static class ResourceProperties
{
    // Keys whose value is the id of the resource, by its type.
    private static readonly Dictionary<string, string> Ids = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ec2:AllocationId"] = "elastic-ip",
        ["ec2:DhcpOptionsID"] = "dhcp-options",
        ["ec2:ImageID"] = "image",
        ["ec2:InstanceID"] = "instance",
        ["ec2:InternetGatewayID"] = "internet-gateway",
        ["ec2:NetworkAclID"] = "network-acl",
        ["ec2:NetworkInterfaceID"] = "network-interface",
        ["ec2:RouteTableID"] = "route-table",
        ["ec2:SecurityGroupID"] = "security-group",
        ["ec2:SnapshotID"] = "snapshot",
        ["ec2:SubnetID"] = "subnet",
        ["ec2:transitGatewayAttachmentId"] = "transit-gateway-attachment",
        ["ec2:transitGatewayId"] = "transit-gateway",
        ["ec2:transitGatewayRouteTableId"] = "transit-gateway-route-table",
        ["ec2:VolumeID"] = "volume",
        ["ec2:VpcID"] = "vpc",
        ["ec2:VpcPeeringConnectionID"] = "vpc-peering-connection",
    };

    /// <summary>The value of a key; null where it is none of a resource that is there.</summary>
    /// <param name="call">The call that is decided about.</param>
    /// <param name="scope">Where the resource is.</param>
    /// <param name="path">Its type and name, as its ARN has them.</param>
    /// <param name="key">The key.</param>
    public static string? Of(ReadCall call, Scope scope, string path, string key)
    {
        if (path.Split('/', 2) is not [var type, { Length: > 1 } id] || id == "*") return null;
        if (Ids.TryGetValue(key, out var own)) return own == type ? id : null;
        var name = key.ToUpperInvariant();
        return type switch
        {
            "instance" when call.Read(InstanceTables.Instances, scope).Find(new(id)) is { } found =>
                InstanceProperties.Of(call, scope, found, name),
            "volume" when call.Read(VolumeTables.Volumes, scope).Find(new(id)) is { } found =>
                OfVolume(scope, found, name),
            "snapshot" when call.Read(VolumeTables.Snapshots, scope).Find(new(id)) is { } found =>
                OfSnapshot(scope, found, name),
            "image" when call.Read(VolumeTables.Images, scope).Find(new(id)) is { } found => OfImage(found, name),
            "capacity-reservation" when call.Read(CapacityTables.Reservations, scope).Find(new(id)) is { } found =>
                ReservationProperties.Of(found, name),
            "elastic-ip" when call.Read(Tables.Addresses, scope).Find(new(id)) is { } found => name switch
            {
                "EC2:DOMAIN" => "vpc",
                "EC2:PUBLICIPADDRESS" => found.PublicIp,
                _ => null,
            },
            "key-pair" when call.Read(InstanceTables.KeyPairs, scope)
                .By(InstanceTables.KeyPairsByName, id).FirstOrDefault() is { } found => name switch
                {
                    "EC2:KEYPAIRNAME" => found.Name,
                    "EC2:KEYPAIRTYPE" => found.Type.ToWire(),
                    _ => null,
                },
            _ => OfNetwork(call, scope, (type, id), name),
        };
    }

    /// <summary>The value of a key of a public image that no account of the world made; else null.</summary>
    public static string? OfPublicImage(string region, string path, string key)
    {
        if (path.Split('/', 2) is not ["image", var id] || !VolumeKinds.Image.IsWellFormed(id)) return null;
        var image = ImageCatalog.Find(region, id) is { } listed
            ? FromCatalog.Of(listed)
            : PresumedImage.Find(region, id);
        return image is null ? null : OfImage(image, key.ToUpperInvariant());
    }

    /// <summary>An ARN of EC2.</summary>
    public static string Arn(Scope scope, string type, string id) =>
        $"arn:aws:ec2:{scope.Region}:{scope.Account}:{type}/{id}";

    private static string? OfNetwork(ReadCall call, Scope scope, (string Type, string Id) what, string name)
    {
        var id = what.Id;
        switch (what.Type)
        {
            case "vpc":
                return name == "EC2:TENANCY"
                    ? call.Read(Tables.Vpcs, scope).Find(new(id))?.InstanceTenancy.ToWire()
                    : null;
            case "subnet" when call.Read(Tables.Subnets, scope).Find(new(id)) is { } found:
                return Placed(scope, name, found.VpcId.Value, found.AvailabilityZone, found.AvailabilityZoneId);
            case "network-interface" when call.Read(Tables.NetworkInterfaces, scope).Find(new(id)) is { } found:
                return name == "EC2:SUBNET"
                    ? Arn(scope, "subnet", found.SubnetId.Value)
                    : Placed(scope, name, found.VpcId.Value, found.AvailabilityZone, found.AvailabilityZoneId);
            case "security-group":
                return InVpc(scope, name, call.Read(Tables.SecurityGroups, scope).Find(new(id))?.VpcId.Value);
            case "network-acl":
                return InVpc(scope, name, call.Read(Tables.NetworkAcls, scope).Find(new(id))?.VpcId.Value);
            case "route-table":
                return InVpc(scope, name, call.Read(Tables.RouteTables, scope).Find(new(id))?.VpcId.Value);
            case "vpc-endpoint":
                return name == "EC2:VPCESERVICENAME"
                    ? call.Read(EndpointTables.Endpoints, scope).Find(new(id))?.ServiceName
                    : null;
            case "placement-group":
                var group = call.Read(TemplateTables.PlacementGroups, scope)
                    .By(TemplateTables.PlacementGroupsByName, id).FirstOrDefault();
                return name == "EC2:PLACEMENTGROUPSTRATEGY"
                    ? group?.Strategy.ToWire()
                    : name == "EC2:PLACEMENTGROUPNAME" ? group?.Name : null;
            case "vpc-peering-connection":
                var peering = call.Read(Tables.VpcPeeringConnections, scope).Find(new(id));
                return name == "EC2:ACCEPTERVPC" ? OfSide(peering?.Accepter)
                    : name == "EC2:REQUESTERVPC" ? OfSide(peering?.Requester) : null;
            default:
                return null;
        }
    }

    private static string? OfSide(PeeringSide? side) =>
        side is null ? null : Arn(new(side.OwnerId, side.Region), "vpc", side.VpcId.Value);

    private static string? InVpc(Scope scope, string name, string? vpc) =>
        name == "EC2:VPC" && vpc is not null ? Arn(scope, "vpc", vpc) : null;

    private static string? Placed(Scope scope, string name, string vpc, string zone, string zoneId) => name switch
    {
        "EC2:AVAILABILITYZONE" => zone,
        "EC2:AVAILABILITYZONEID" => zoneId,
        _ => InVpc(scope, name, vpc),
    };

    private static string? OfVolume(Scope scope, VolumeRecord volume, string name) => name switch
    {
        "EC2:AVAILABILITYZONE" => volume.AvailabilityZone,
        "EC2:AVAILABILITYZONEID" => volume.AvailabilityZoneId,
        "EC2:ENCRYPTED" => Flag(volume.Encrypted),
        "EC2:KMSKEYID" => volume.KmsKeyId,
        "EC2:PARENTSNAPSHOT" => volume.SnapshotId is { } id ? $"arn:aws:ec2:{scope.Region}::snapshot/{id}" : null,
        "EC2:VOLUMEINITIALIZATIONRATE" => Number(volume.InitializationRate),
        "EC2:VOLUMEIOPS" => Number(volume.Iops),
        "EC2:VOLUMESIZE" => Number(volume.Size),
        "EC2:VOLUMETHROUGHPUT" => Number(volume.Throughput),
        "EC2:VOLUMETYPE" => volume.Type.ToWire(),
        _ => null,
    };

    private static string? OfSnapshot(Scope scope, SnapshotRecord snapshot, string name) => name switch
    {
        "EC2:ENCRYPTED" => Flag(snapshot.Encrypted),
        "EC2:OWNER" => snapshot.OwnerId,
        "EC2:PARENTVOLUME" => Arn(scope, "volume", snapshot.VolumeId),
        "EC2:SNAPSHOTTIME" => snapshot.StartTime.UtcDateTime.ToString(
            "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        "EC2:VOLUMESIZE" => Number(snapshot.VolumeSize),
        _ => null,
    };

    private static string? OfImage(ImageRecord image, string name) => name switch
    {
        "EC2:IMAGETYPE" => "machine",
        "EC2:OWNER" => image.OwnerAlias ?? image.OwnerId,
        "EC2:PUBLIC" => Flag(image.IsPublic),
        "EC2:ROOTDEVICETYPE" => "ebs",
        _ => null,
    };

    /// <summary>A flag as policies write it.</summary>
    public static string Flag(bool flag) => flag ? "true" : "false";

    /// <summary>A number as policies write it.</summary>
    public static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
