using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.SecurityGroups;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Instances;

/// <summary>
/// Reads which interfaces the instances of a launch are to have: those that are specified, or one from the parameters
/// of the launch itself. Source: EC2 API Reference, RunInstances and InstanceNetworkInterfaceSpecification.
/// </summary>
internal sealed class LaunchInterfaces(ReadCall call, RunInstancesRequest request, InstanceTypeFacts type)
{
    /// <summary>The interfaces of each instance, the primary one first.</summary>
    /// <exception cref="ServiceException">They do not go together, or name what does not exist.</exception>
    public IReadOnlyList<InterfacePlan> Plan()
    {
        var plans = request.NetworkInterfaces is { Count: > 0 } specifications
            ? Specified(specifications)
            : [OfRequest()];
        InstanceInterfaces.CheckCount(type, plans.Count);
        InstanceInterfaces.CheckFabric(type, plans.Select(p => p.Existing).OfType<NetworkInterfaceRecord>());
        return plans;
    }

    private List<InterfacePlan> Specified(IReadOnlyList<InstanceNetworkInterfaceSpecification> specifications)
    {
        RefuseBoth("subnet ID", request.SubnetId is not null);
        RefuseBoth(
            "security groups",
            request.SecurityGroupIds is { Count: > 0 } || request.SecurityGroups is { Count: > 0 });
        RefuseBoth("private address", request.PrivateIpAddress is not null);
        RefuseBoth("IPv6 addresses", request.Ipv6AddressCount is > 0 || request.Ipv6Addresses is { Count: > 0 });
        var plans = specifications.Select(s => Of(s, specifications.Count)).OrderBy(p => p.DeviceIndex).ToList();
        if (plans[0].DeviceIndex != 0)
        {
            throw Errors.InvalidParameterCombination("A network interface at device index 0 must be specified.");
        }

        if (plans.DistinctBy(p => p.DeviceIndex).Count() < plans.Count)
        {
            throw Errors.InvalidParameterCombination("Each network interface requires a unique device index.");
        }

        if (plans.Find(p => p.Subnet.AvailabilityZone != plans[0].Subnet.AvailabilityZone) is { } stranger)
        {
            throw Errors.InvalidParameterCombination(
                $"The network interfaces of an instance must be in one Availability Zone: {stranger.Subnet.Id} is in "
                + $"{stranger.Subnet.AvailabilityZone}, {plans[0].Subnet.Id} in {plans[0].Subnet.AvailabilityZone}");
        }

        return plans;
    }

    private InterfacePlan Of(InstanceNetworkInterfaceSpecification specification, int count)
    {
        RefuseUnserved(specification);
        var index = specification.DeviceIndex ?? throw Errors.Missing("NetworkInterface.DeviceIndex");
        if (specification.NetworkInterfaceId is { } id)
        {
            return Existing(specification, id, index);
        }

        var subnet = LaunchSubnet.Choose(call, specification.SubnetId, request.Placement);
        if (specification.AssociatePublicIpAddress == true && (count > 1 || index != 0))
        {
            throw Errors.InvalidParameterCombination(
                "The associatePublicIPAddress parameter cannot be specified when launching with multiple network "
                + "interfaces.");
        }

        var wish = new CreateNetworkInterfaceRequest
        {
            PrivateIpAddress = specification.PrivateIpAddress,
            PrivateIpAddresses = specification.PrivateIpAddresses,
            SecondaryPrivateIpAddressCount = specification.SecondaryPrivateIpAddressCount,
            Ipv4Prefixes = specification.Ipv4Prefixes,
            Ipv4PrefixCount = specification.Ipv4PrefixCount,
            Ipv6Addresses = specification.Ipv6Addresses,
            Ipv6AddressCount = specification.Ipv6AddressCount,
            Ipv6Prefixes = specification.Ipv6Prefixes,
            Ipv6PrefixCount = specification.Ipv6PrefixCount,
            EnablePrimaryIpv6 = specification.PrimaryIpv6,
            Description = specification.Description,
        };
        return New(wish, subnet, InterfaceGroups.Resolve(call, subnet.Id, subnet.VpcId, specification.Groups)) with
        {
            DeviceIndex = index,
            DeleteOnTermination = specification.DeleteOnTermination ?? true,
            PublicIp = specification.AssociatePublicIpAddress ?? (count == 1 && subnet.MapPublicIpOnLaunch),
        };
    }

    private InterfacePlan Existing(InstanceNetworkInterfaceSpecification specification, string id, int index)
    {
        var others = specification with
        {
            NetworkInterfaceId = null, DeviceIndex = null, DeleteOnTermination = null, NetworkCardIndex = null,
        };
        if (others != new InstanceNetworkInterfaceSpecification() || specification.DeleteOnTermination == true)
        {
            throw Errors.InvalidParameterCombination(
                $"The network interface {id} exists: only its device index may be specified.");
        }

        if (request.MaxCount > 1)
        {
            throw Errors.InvalidParameterCombination(
                "A network interface ID cannot be specified when launching more than one instance.");
        }

        var face = Ec2Kinds.NetworkInterface.Get(call, id);
        InstanceInterfaces.CheckFree(face);
        InstanceInterfaces.CheckAddresses(
            type,
            face.PrivateIps.Length + face.Ipv4Prefixes.Length,
            face.Ipv6Addresses.Length + face.Ipv6Prefixes.Length);
        return new()
        {
            DeviceIndex = index, Subnet = Ec2Kinds.Subnet.Get(call, face.SubnetId), Existing = face,
        };
    }

    private InterfacePlan OfRequest()
    {
        var subnet = LaunchSubnet.Choose(call, request.SubnetId, request.Placement);
        var wish = new CreateNetworkInterfaceRequest
        {
            PrivateIpAddress = request.PrivateIpAddress,
            Ipv6AddressCount = request.Ipv6AddressCount,
            Ipv6Addresses = request.Ipv6Addresses,
            EnablePrimaryIpv6 = request.EnablePrimaryIpv6,
        };
        return New(wish, subnet, Groups(subnet)) with
        {
            DeleteOnTermination = true, PublicIp = subnet.MapPublicIpOnLaunch,
        };
    }

    private InterfacePlan New(
        CreateNetworkInterfaceRequest wish, SubnetRecord subnet, ImmutableArray<SecurityGroupId> groups)
    {
        var (primary, left) = InterfaceWishes.Read(wish, subnet);
        var ipv4 = (subnet.Ipv6Native ? 0 : 1) + left.Ipv4.Count + left.Ipv4Count + left.Ipv4Prefixes.Count
            + left.Ipv4PrefixCount;
        var ipv6 = left.Ipv6.Count + left.Ipv6Count + left.Ipv6Prefixes.Count + left.Ipv6PrefixCount;
        InstanceInterfaces.CheckAddresses(type, ipv4, ipv6);
        if (request.MaxCount > 1 && (primary is not null || left.Ipv4.Count + left.Ipv6.Count > 0))
        {
            throw Errors.InvalidParameterCombination(
                "An address cannot be specified when launching more than one instance.");
        }

        var primaryIpv6 = wish.EnablePrimaryIpv6 == true
            || wish.Ipv6Addresses?.Any(a => a.IsPrimaryIpv6 == true) == true;
        if (primaryIpv6 && left.Ipv6.Count + left.Ipv6Count == 0)
        {
            throw Errors.InvalidParameterCombination("A primary IPv6 address requires an IPv6 address.");
        }

        return new()
        {
            DeviceIndex = 0,
            Subnet = subnet,
            Order = new()
            {
                Subnet = subnet,
                Groups = groups,
                Description = wish.Description,
                PrimaryIp = primary,
                Wish = left,
                PrimaryIpv6 = primaryIpv6,
            },
        };
    }

    private ImmutableArray<SecurityGroupId> Groups(SubnetRecord subnet)
    {
        if (request.SecurityGroups is not { Count: > 0 } names)
        {
            return InterfaceGroups.Resolve(call, subnet.Id, subnet.VpcId, request.SecurityGroupIds);
        }

        if (request.SubnetId is not null)
        {
            throw Errors.InvalidParameterCombination(
                "The parameter groupName cannot be used with the parameter subnet");
        }

        var ids = names.Select(name => GroupLookup.ByName(call, subnet.VpcId, name).Id.Value);
        return InterfaceGroups.Resolve(
            call, subnet.Id, subnet.VpcId, [.. request.SecurityGroupIds ?? [], .. ids]);
    }

    private static void RefuseBoth(string what, bool given)
    {
        if (given)
        {
            throw Errors.InvalidParameterCombination(
                $"Network interfaces and an instance-level {what} may not be specified on the same request");
        }
    }

    private static void RefuseUnserved(InstanceNetworkInterfaceSpecification specification)
    {
        if (specification.AssociateCarrierIpAddress is not null || specification.NetworkCardIndex is > 0
            || specification.InterfaceType is not (null or "interface"))
        {
            throw Errors.NotServed(
                "carrier addresses, further network cards and interfaces of other types at launch "
                + "(AssociateCarrierIpAddress, NetworkCardIndex, InterfaceType)");
        }

        if (specification.EnaSrdSpecification is not null || specification.ConnectionTrackingSpecification is not null
            || specification.EnaQueueCount is not null)
        {
            throw Errors.NotServed(
                "ENA Express, connection tracking timeouts and ENA queues (EnaSrdSpecification, "
                + "ConnectionTrackingSpecification, EnaQueueCount)");
        }
    }
}
