using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Subnets;

/// <summary>
/// Sets one attribute of a subnet. The attributes of Outposts are refused. Sources: EC2 API Reference,
/// ModifySubnetAttribute; EC2 User Guide, "EC2 instance hostname types".
/// </summary>
public sealed class ModifySubnetAttribute : IWriteOperation<ModifySubnetAttributeRequest, ModifySubnetAttributeResult>
{
    /// <inheritdoc/>
    public ModifySubnetAttributeResult Run(ModifySubnetAttributeRequest request, Call call)
    {
        RefuseOutposts(request);
        var subnet = Ec2Kinds.Subnet.Get(call, request.SubnetId!);
        var changes = Changes(request).ToList();
        var change = changes.Count switch
        {
            1 => changes[0],
            0 => throw Errors.InvalidParameterCombination("No attributes specified."),
            _ => throw Errors.InvalidParameterCombination("Fields for multiple attribute types specified"),
        };
        call.Write(Tables.Subnets).Put(change(subnet));
        return new();
    }

    private static IEnumerable<Func<SubnetRecord, SubnetRecord>> Changes(ModifySubnetAttributeRequest request)
    {
        if (request.MapPublicIpOnLaunch is { } map)
        {
            yield return subnet => MapPublic(subnet, ValueOf(map));
        }

        if (request.AssignIpv6AddressOnCreation is { } assign)
        {
            yield return subnet => AssignIpv6(subnet, ValueOf(assign));
        }

        if (request.EnableDns64 is { } dns64)
        {
            yield return subnet => subnet with { EnableDns64 = ValueOf(dns64) };
        }

        if (request.PrivateDnsHostnameTypeOnLaunch is { } type)
        {
            yield return subnet => Hostnames(subnet, type);
        }

        if (request.EnableResourceNameDnsARecordOnLaunch is { } a)
        {
            yield return subnet => ARecords(subnet, ValueOf(a));
        }

        if (request.EnableResourceNameDnsAAAARecordOnLaunch is { } aaaa)
        {
            yield return subnet => AaaaRecords(subnet, ValueOf(aaaa));
        }
    }

    private static SubnetRecord MapPublic(SubnetRecord subnet, bool value) => value && subnet.Ipv6Native
        ? throw Ipv6Only(subnet, "MapPublicIpOnLaunch")
        : subnet with { MapPublicIpOnLaunch = value };

    private static SubnetRecord AssignIpv6(SubnetRecord subnet, bool value) => (value, subnet) switch
    {
        (true, { Ipv6Cidrs.IsEmpty: true }) => throw NoIpv6(subnet),
        (false, { Ipv6Native: true }) => throw Ipv6Only(subnet, "AssignIpv6AddressOnCreation"),
        _ => subnet with { AssignIpv6AddressOnCreation = value },
    };

    private static SubnetRecord Hostnames(SubnetRecord subnet, HostnameType type) =>
        type == HostnameType.IpName && subnet.Ipv6Native
            ? throw Ipv6Only(subnet, "PrivateDnsHostnameTypeOnLaunch")
            : subnet with { PrivateDnsHostnameType = type };

    private static SubnetRecord ARecords(SubnetRecord subnet, bool value) => value && subnet.Ipv6Native
        ? throw Ipv6Only(subnet, "EnableResourceNameDnsARecordOnLaunch")
        : subnet with { EnableResourceNameDnsARecord = value };

    private static SubnetRecord AaaaRecords(SubnetRecord subnet, bool value) => value && subnet.Ipv6Cidrs.IsEmpty
        ? throw NoIpv6(subnet)
        : subnet with { EnableResourceNameDnsAaaaRecord = value };

    private static Core.ServiceException NoIpv6(SubnetRecord subnet) => Errors.InvalidParameterValue(
        $"The subnet '{subnet.Id}' does not have an IPv6 CIDR block associated with it.");

    private static Core.ServiceException Ipv6Only(SubnetRecord subnet, string attribute) =>
        Errors.InvalidParameterValue(
            $"The value of {attribute} is not supported for the IPv6 only subnet '{subnet.Id}'.");

    private static bool ValueOf(AttributeBooleanValue attribute) => attribute.Value ?? throw Errors.Missing("Value");

    private static void RefuseOutposts(ModifySubnetAttributeRequest request)
    {
        if (request.MapCustomerOwnedIpOnLaunch is not null || request.CustomerOwnedIpv4Pool is not null
            || request.EnableLniAtDeviceIndex is not null || request.DisableLniAtDeviceIndex is not null)
        {
            throw Errors.NotServed(
                "Outposts (MapCustomerOwnedIpOnLaunch, CustomerOwnedIpv4Pool, EnableLniAtDeviceIndex, "
                + "DisableLniAtDeviceIndex)");
        }
    }
}
