using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.NetworkInterfaces;

/// <summary>Takes IPv6 addresses or prefixes from a network interface; the primary IPv6 address stays.</summary>
public sealed class UnassignIpv6Addresses : IWriteOperation<UnassignIpv6AddressesRequest, UnassignIpv6AddressesResult>
{
    /// <inheritdoc/>
    public UnassignIpv6AddressesResult Run(UnassignIpv6AddressesRequest request, Call call)
    {
        var face = Ec2Kinds.NetworkInterface.Get(call, request.NetworkInterfaceId!);
        InterfaceRules.RefuseManaged(face);
        var addresses = (request.Ipv6Addresses ?? []).Select(Canonical).ToList();
        var prefixes = request.Ipv6Prefixes ?? [];
        if (addresses.Count + prefixes.Count == 0)
        {
            throw Errors.Missing("Ipv6Addresses or Ipv6Prefixes");
        }

        InterfaceRules.RequireAssigned(face, addresses, face.Ipv6Addresses);
        InterfaceRules.RequireAssigned(face, prefixes, face.Ipv6Prefixes.Select(p => p.ToString()));
        if (face.HasPrimaryIpv6 && addresses.Contains(face.Ipv6Addresses[0]))
        {
            throw Errors.OperationNotPermitted(
                $"The primary IPv6 address {face.Ipv6Addresses[0]} cannot be unassigned.");
        }

        call.Write(Tables.NetworkInterfaces).Put(face with
        {
            Ipv6Addresses = face.Ipv6Addresses.RemoveAll(addresses.Contains),
            Ipv6Prefixes = face.Ipv6Prefixes.RemoveAll(p => prefixes.Contains(p.ToString())),
        });
        return new()
        {
            NetworkInterfaceId = face.Id.Value,
            UnassignedIpv6Addresses = addresses,
            UnassignedIpv6Prefixes = prefixes,
        };
    }

    private static string Canonical(string text) => IpAddress.TryParse(text, out var address)
        ? address.ToString()
        : throw Errors.InvalidParameterValue($"invalid value for parameter address: {text}");
}
