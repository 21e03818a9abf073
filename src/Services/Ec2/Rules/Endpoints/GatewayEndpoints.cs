using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;
using EndpointState = Orrery.Wire.Generated.Ec2.State;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>
/// Makes and changes gateway endpoints; they are available at once, as the AWS CLI's examples show. Source: AWS
/// PrivateLink Guide, "Gateway endpoints". That what is for interface endpoints only is InvalidParameter is guessed.
/// </summary>
internal static class GatewayEndpoints
{
    /// <summary>A new endpoint, with its routes.</summary>
    /// <exception cref="ServiceException">A table, the policy or the quota does not allow it.</exception>
    public static VpcEndpointRecord Make(
        Call call, VpcRecord vpc, EndpointOffer offer, CreateVpcEndpointRequest request)
    {
        RefuseOfInterfaces(
            ("SubnetIds", request.SubnetIds is { Count: > 0 }),
            ("SubnetConfigurations", request.SubnetConfigurations is { Count: > 0 }),
            ("SecurityGroupIds", request.SecurityGroupIds is { Count: > 0 }),
            ("PrivateDnsEnabled", request.PrivateDnsEnabled == true),
            ("DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint",
                request.DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint == true));
        RefuseIpv6(request.IpAddressType, request.DnsOptions?.DnsRecordIpType);
        EndpointLimits.CheckGateways(call);
        var list = call.Read(Tables.PrefixLists).All().First(list => list.Name == offer.ServiceName);
        var endpoint = new VpcEndpointRecord
        {
            Id = call.NewId<VpcEndpointId>(),
            Type = VpcEndpointType.Gateway,
            VpcId = vpc.Id,
            ServiceName = offer.ServiceName,
            ServiceRegion = offer.Region,
            State = EndpointState.Available,
            CreatedAt = call.Now,
            Policy = EndpointPolicies.Check(request.PolicyDocument, supported: true),
            PrefixListId = list.Id,
            IpAddressType = IpAddressType.Ipv4,
            DnsRecordIpType = request.DnsOptions?.DnsRecordIpType ?? DnsRecordIpType.ServiceDefined,
        };
        EndpointRoutes.Add(call, endpoint, request.RouteTableIds ?? []);
        return endpoint;
    }

    /// <summary>The changed endpoint; its routes are changed too.</summary>
    /// <exception cref="ServiceException">A table or the policy does not allow it.</exception>
    public static VpcEndpointRecord Change(Call call, VpcEndpointRecord endpoint, ModifyVpcEndpointRequest request)
    {
        RefuseOfInterfaces(
            ("AddSubnetIds", request.AddSubnetIds is { Count: > 0 }),
            ("RemoveSubnetIds", request.RemoveSubnetIds is { Count: > 0 }),
            ("SubnetConfigurations", request.SubnetConfigurations is { Count: > 0 }),
            ("AddSecurityGroupIds", request.AddSecurityGroupIds is { Count: > 0 }),
            ("RemoveSecurityGroupIds", request.RemoveSecurityGroupIds is { Count: > 0 }),
            ("PrivateDnsEnabled", request.PrivateDnsEnabled == true),
            ("DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint",
                request.DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint == true));
        RefuseIpv6(request.IpAddressType, request.DnsOptions?.DnsRecordIpType);
        EndpointRoutes.Remove(call, endpoint, request.RemoveRouteTableIds ?? []);
        EndpointRoutes.Add(call, endpoint, request.AddRouteTableIds ?? []);
        return endpoint with { DnsRecordIpType = request.DnsOptions?.DnsRecordIpType ?? endpoint.DnsRecordIpType };
    }

    private static void RefuseOfInterfaces(params ReadOnlySpan<(string Name, bool Given)> parameters)
    {
        foreach (var (name, given) in parameters)
        {
            if (given)
            {
                throw EndpointErrors.InvalidParameter($"{name} is not supported for endpoints of type Gateway.");
            }
        }
    }

    // The prefix lists of data/prefix-lists.csv are of IPv4.
    private static void RefuseIpv6(IpAddressType? addresses, DnsRecordIpType? records)
    {
        if (addresses is not (null or IpAddressType.Ipv4)
            || records is not (null or DnsRecordIpType.Ipv4 or DnsRecordIpType.ServiceDefined))
        {
            throw Errors.NotServed("gateway endpoints with IPv6 (IpAddressType, DnsOptions.DnsRecordIpType)");
        }
    }
}
