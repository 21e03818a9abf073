using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;
using EndpointState = Orrery.Wire.Generated.Ec2.State;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>
/// Makes and changes interface endpoints. Sources: EC2 API Reference, CreateVpcEndpoint and ModifyVpcEndpoint; AWS
/// PrivateLink Guide, "AWS PrivateLink concepts" (states). Private DNS is on where nobody says otherwise and the
/// service has a name (the AWS CLI's examples).
/// </summary>
internal static class InterfaceEndpoints
{
    /// <summary>A new endpoint, with its interfaces.</summary>
    /// <exception cref="ServiceException">A subnet, a group, a name or the quota does not allow it.</exception>
    public static VpcEndpointRecord Make(
        Call call, VpcRecord vpc, EndpointOffer offer, CreateVpcEndpointRequest request)
    {
        RefuseTables(request.RouteTableIds);
        EndpointLimits.CheckInterfaces(call, vpc.Id);
        var type = request.IpAddressType ?? IpAddressType.Ipv4;
        var endpoint = New(call, vpc, offer, type) with
        {
            DnsRecordIpType = EndpointAddressing.Records(type, request.DnsOptions?.DnsRecordIpType),
            Policy = EndpointPolicies.Check(request.PolicyDocument, offer.IsAws),
            Groups = EndpointInterfaces.Groups(call, vpc.Id, request.SecurityGroupIds),
        };
        var ids = request.SubnetIds ?? [];
        var subnets = EndpointInterfaces.Subnets(call, endpoint, ids);
        EndpointAddressing.Check(type, offer, subnets);
        var named = EndpointDns.WithPrivateName(
            call,
            endpoint,
            offer,
            request.PrivateDnsEnabled ?? offer.PrivateDnsState == DnsNameState.Verified,
            request.DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint);
        var wishes = SubnetWishes.Read(request.SubnetConfigurations, ids, type);
        return EndpointInterfaces.Add(call, named, subnets, wishes);
    }

    /// <summary>The changed endpoint; its interfaces are changed too. What is available goes through pending.</summary>
    /// <exception cref="ServiceException">A subnet, a group or a name does not allow it.</exception>
    public static VpcEndpointRecord Change(
        Call call, VpcEndpointRecord endpoint, EndpointOffer offer, ModifyVpcEndpointRequest request)
    {
        RefuseTables(request.AddRouteTableIds);
        RefuseTables(request.RemoveRouteTableIds);
        var changed = ChangeGroups(call, endpoint, request);
        changed = ChangeType(call, changed, offer, request);
        changed = ChangeSubnets(call, changed, offer, request);
        changed = ChangeDns(call, changed, offer, request);
        return changed != endpoint && endpoint.State == EndpointState.Available
            ? changed with { State = EndpointState.Pending }
            : changed;
    }

    private static VpcEndpointRecord New(Call call, VpcRecord vpc, EndpointOffer offer, IpAddressType type) => new()
    {
        Id = call.NewId<VpcEndpointId>(),
        Type = VpcEndpointType.Interface,
        VpcId = vpc.Id,
        ServiceName = offer.ServiceName,
        ServiceRegion = offer.Region,
        ServiceId = offer.Custom?.Id,
        ServiceScope = offer.CustomScope,
        State = offer.Custom?.AcceptanceRequired == true ? EndpointState.PendingAcceptance : EndpointState.Pending,
        CreatedAt = call.Now,
        IpAddressType = type,
        DnsRecordIpType = DnsRecordIpType.Ipv4,
        BaseDnsName = offer.BaseDnsName,
        DnsMark = EndpointDns.NewMark(call),
    };

    private static VpcEndpointRecord ChangeGroups(
        Call call, VpcEndpointRecord endpoint, ModifyVpcEndpointRequest request)
    {
        var (add, remove) = (request.AddSecurityGroupIds ?? [], request.RemoveSecurityGroupIds ?? []);
        if (add.Count + remove.Count == 0)
        {
            return endpoint;
        }

        var before = endpoint.Groups.Select(group => group.Value).ToList();
        if (remove.FirstOrDefault(id => !before.Contains(id)) is { } stranger)
        {
            throw EndpointErrors.InvalidParameter(
                $"Security group {stranger} is not associated with the VPC endpoint {endpoint.Id}.");
        }

        var after = before.Except(remove).Union(add).ToList();
        if (after.Count == 0)
        {
            throw EndpointErrors.InvalidParameter("An interface endpoint has at least one security group.");
        }

        var changed = endpoint with { Groups = EndpointInterfaces.Groups(call, endpoint.VpcId, after) };
        EndpointInterfaces.PutGroups(call, changed);
        return changed;
    }

    private static VpcEndpointRecord ChangeType(
        Call call, VpcEndpointRecord endpoint, EndpointOffer offer, ModifyVpcEndpointRequest request)
    {
        if (request.IpAddressType is not { } type || type == endpoint.IpAddressType)
        {
            return endpoint;
        }

        if (type == IpAddressType.Ipv6 || endpoint.IpAddressType == IpAddressType.Ipv6)
        {
            throw EndpointErrors.InvalidParameter(
                $"The IP address type cannot change from {endpoint.IpAddressType.ToWire()} to {type.ToWire()}.");
        }

        EndpointAddressing.Check(
            type, offer, endpoint.Interfaces.Select(face => Ec2Kinds.Subnet.Get(call, face.SubnetId)));
        var changed = endpoint with
        {
            IpAddressType = type,
            DnsRecordIpType = EndpointAddressing.Records(type, request.DnsOptions?.DnsRecordIpType),
        };
        EndpointInterfaces.PutIpv6(call, changed);
        return changed;
    }

    private static VpcEndpointRecord ChangeSubnets(
        Call call, VpcEndpointRecord endpoint, EndpointOffer offer, ModifyVpcEndpointRequest request)
    {
        var less = EndpointInterfaces.Remove(call, endpoint, request.RemoveSubnetIds ?? []);
        var more = EndpointInterfaces.Subnets(call, less, request.AddSubnetIds ?? []);
        EndpointAddressing.Check(less.IpAddressType, offer, more);
        var all = less.Interfaces.Select(face => face.SubnetId.Value).Concat(more.Select(subnet => subnet.Id.Value));
        var wishes = SubnetWishes.Read(request.SubnetConfigurations, all, less.IpAddressType);
        return EndpointInterfaces.Readdress(call, EndpointInterfaces.Add(call, less, more, wishes), wishes);
    }

    private static VpcEndpointRecord ChangeDns(
        Call call, VpcEndpointRecord endpoint, EndpointOffer offer, ModifyVpcEndpointRequest request)
    {
        if (request.DnsOptions?.DnsRecordIpType is { } records)
        {
            endpoint = endpoint with { DnsRecordIpType = EndpointAddressing.Records(endpoint.IpAddressType, records) };
        }

        var inbound = request.DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint;
        return request.PrivateDnsEnabled is null && inbound is null
            ? endpoint
            : EndpointDns.WithPrivateName(
                call, endpoint, offer, request.PrivateDnsEnabled ?? endpoint.PrivateDnsEnabled, inbound);
    }

    private static void RefuseTables(IReadOnlyList<string>? tables)
    {
        if (tables is { Count: > 0 })
        {
            throw EndpointErrors.InvalidParameter("Route tables are not supported for endpoints of type Interface.");
        }
    }
}
