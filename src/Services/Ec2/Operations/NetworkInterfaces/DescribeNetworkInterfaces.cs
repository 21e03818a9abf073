using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkInterfaces;

/// <summary>Lists network interfaces. Filters: EC2 API Reference, DescribeNetworkInterfaces.</summary>
public sealed class DescribeNetworkInterfaces
    : IReadOperation<DescribeNetworkInterfacesRequest, DescribeNetworkInterfacesResult>
{
    private static readonly Filters<NetworkInterfaceRecord> Filters = WithAddresses(WithAttachment(
        new Filters<NetworkInterfaceRecord>()))
        .One("availability-zone", face => face.AvailabilityZone)
        .One("availability-zone-id", face => face.AvailabilityZoneId)
        .One("description", face => face.Description ?? "")
        .Indexed(
            "group-id",
            face => face.Groups.Select(g => g.Value),
            (call, group) => call.Read(Tables.NetworkInterfaces).By(Tables.InterfacesByGroup, group))
        .Many("group-name", (face, call) => face.Groups.Select(g => Ec2Kinds.SecurityGroup.Get(call, g).Name))
        .One("interface-type", face => face.InterfaceType.ToWire())
        .One("mac-address", face => face.MacAddress)
        .One("network-interface-id", face => face.Id.Value)
        .Flag("operator.managed", _ => false)
        .One("operator.principal", _ => null)
        .One("owner-id", (_, call) => call.Account)
        .One("requester-id", (face, call) => face.RequesterId ?? call.Account)
        .Flag("requester-managed", face => face.RequesterManaged)
        .Flag("source-dest-check", face => face.SourceDestCheck)
        .One("status", face => face.Attachment is null ? "available" : "in-use")
        .Indexed(
            "subnet-id",
            face => [face.SubnetId.Value],
            (call, subnet) => call.Read(Tables.NetworkInterfaces).By(Tables.InterfacesBySubnet, subnet))
        .Tags(face => face.Id.Value)
        .Indexed(
            "vpc-id",
            face => [face.VpcId.Value],
            (call, vpc) => call.Read(Tables.NetworkInterfaces).By(Tables.InterfacesByVpc, vpc));

    /// <inheritdoc/>
    public DescribeNetworkInterfacesResult Run(DescribeNetworkInterfacesRequest request, ReadCall call)
    {
        ListRefusals.CheckPages(request.NetworkInterfaceIds, "networkInterfaceIdSet", request.MaxResults);

        // IncludeManagedResources adds interfaces of service providers, of which there are none.
        var query = new ListQuery(request.NetworkInterfaceIds, request.Filters, request.MaxResults, request.NextToken);
        var page = Lister.List(call, Ec2Kinds.NetworkInterface, Filters, query);
        return new()
        {
            NetworkInterfaces = page.As(face => NetworkInterfaceView.Of(face, call)),
            NextToken = page.NextToken,
        };
    }

    private static Filters<NetworkInterfaceRecord> WithAddresses(Filters<NetworkInterfaceRecord> filters) => filters
        .Many("addresses.association.owner-id", (face, call) => Associations(face, call).Select(a => a.IpOwnerId))
        .Many("addresses.association.public-ip", (face, call) => Associations(face, call).Select(a => a.PublicIp))
        .Many("addresses.primary", face => face.PrivateIps.Select((_, place) => place == 0 ? "true" : "false"))
        .Many("addresses.private-ip-address", face => face.PrivateIps)
        .Many("association.allocation-id", (face, call) => Associations(face, call).Select(a => a.AllocationId))
        .Many("association.association-id", (face, call) => Associations(face, call).Select(a => a.AssociationId))
        .Many("association.ip-owner-id", (face, call) => Associations(face, call).Select(a => a.IpOwnerId))
        .Many("association.public-dns-name", (face, call) => Associations(face, call).Select(a => a.PublicDnsName))
        .Many("association.public-ip", (face, call) => Associations(face, call).Select(a => a.PublicIp))
        .Many("ipv6-addresses.ipv6-address", face => face.Ipv6Addresses)
        .Many("private-dns-name", PrivateNames)
        .Many("private-ip-address", face => face.PrivateIps);

    private static Filters<NetworkInterfaceRecord> WithAttachment(Filters<NetworkInterfaceRecord> filters) => filters
        .One("attachment.attach-time", (face, call) => TimeOf(Attachment(face, call)?.AttachTime))
        .Indexed(
            "attachment.attachment-id",
            (face, call) => [Attachment(face, call)?.AttachmentId],
            (call, id) => call.Read(Tables.NetworkInterfaces).By(InstanceTables.InterfacesByAttachment, id))
        .One("attachment.delete-on-termination", (face, call) =>
            FlagOf(Attachment(face, call)?.DeleteOnTermination))
        .One("attachment.device-index", (face, call) =>
            Attachment(face, call)?.DeviceIndex?.ToString(CultureInfo.InvariantCulture))
        .Indexed(
            "attachment.instance-id",
            (face, call) => [Attachment(face, call)?.InstanceId],
            (call, id) => call.Read(Tables.NetworkInterfaces).By(InstanceTables.InterfacesByInstance, id))
        .One("attachment.instance-owner-id", (face, call) => Attachment(face, call)?.InstanceOwnerId)
        .One("attachment.status", (face, call) => Attachment(face, call)?.Status?.ToWire());

    private static IEnumerable<NetworkInterfaceAssociation> Associations(NetworkInterfaceRecord face, ReadCall call) =>
        NetworkInterfaceView.Of(face, call).PrivateIpAddresses!
            .Select(a => a.Association).OfType<NetworkInterfaceAssociation>();

    private static IEnumerable<string?> PrivateNames(NetworkInterfaceRecord face, ReadCall call)
    {
        var vpc = Ec2Kinds.Vpc.Get(call, face.VpcId);
        return face.PrivateIps.Select(ip => DnsNames.Private(call, vpc, ip));
    }

    private static NetworkInterfaceAttachment? Attachment(NetworkInterfaceRecord face, ReadCall call) =>
        NetworkInterfaceView.AttachmentOf(face, call);

    private static string? TimeOf(DateTimeOffset? time) =>
        time?.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static string? FlagOf(bool? value) => value switch
    {
        true => "true",
        false => "false",
        _ => null,
    };
}
