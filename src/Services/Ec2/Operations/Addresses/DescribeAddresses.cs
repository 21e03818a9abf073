using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Addresses;

/// <summary>Lists Elastic IP addresses. Filters: EC2 API Reference, DescribeAddresses.</summary>
public sealed class DescribeAddresses : IReadOperation<DescribeAddressesRequest, DescribeAddressesResult>
{
    private static readonly Filters<AddressRecord> Filters = new Filters<AddressRecord>()
        .One("allocation-id", address => address.Id.Value)
        .One("association-id", address => address.AssociationId)
        .One("domain", _ => "vpc")
        .One("instance-id", (address, call) => AddressView.InterfaceOf(address, call)?.Attachment?.InstanceId)
        .One("network-border-group", address => address.NetworkBorderGroup)
        .Indexed(
            "network-interface-id",
            address => [address.NetworkInterfaceId?.Value],
            (call, face) => call.Read(Tables.Addresses).By(Tables.AddressesByInterface, face))
        .One("network-interface-owner-id", (address, call) => address.NetworkInterfaceId is null ? null : call.Account)
        .One("private-ip-address", address => address.PrivateIp)
        .Indexed(
            "public-ip",
            address => [address.PublicIp],
            (call, ip) => call.Read(Tables.Addresses).By(Tables.AddressesByPublicIp, ip))
        .Tags(address => address.Id.Value);

    /// <inheritdoc/>
    public DescribeAddressesResult Run(DescribeAddressesRequest request, ReadCall call)
    {
        var ids = request.PublicIps is { Count: > 0 } ips
            ? [.. ips.Select(ip => AllocationOf(ip, call)), .. request.AllocationIds ?? []]
            : request.AllocationIds;
        var page = Lister.List(call, Ec2Kinds.Address, Filters, new(ids, request.Filters, null, null));
        return new() { Addresses = page.As(address => AddressView.Of(address, call)) };
    }

    private static string AllocationOf(string ip, ReadCall call) =>
        call.Read(Tables.Addresses).By(Tables.AddressesByPublicIp, ip).FirstOrDefault()?.Id.Value
        ?? throw PublicIps.NotFound(ip);
}
