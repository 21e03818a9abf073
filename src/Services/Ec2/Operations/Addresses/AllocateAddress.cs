using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Addresses;

/// <summary>Allocates an Elastic IP address, or recovers one that the account released.</summary>
public sealed class AllocateAddress : IWriteOperation<AllocateAddressRequest, AllocateAddressResult>
{
    /// <inheritdoc/>
    public AllocateAddressResult Run(AllocateAddressRequest request, Call call)
    {
        RefuseUnserved(request, call);
        Limits.CheckAddresses(call);
        var address = new AddressRecord
        {
            Id = call.NewId<AllocationId>(),
            PublicIp = request.Address is { } wanted ? PublicIps.Recover(call, wanted) : PublicIps.Draw(call),
            NetworkBorderGroup = call.Region,
        };
        call.Write(Tables.Addresses).Put(address);
        TagStore.PutNew(call, Ec2Kinds.Address, address.Id.Value, request.TagSpecifications);
        return new()
        {
            AllocationId = address.Id.Value,
            PublicIp = address.PublicIp,
            PublicIpv4Pool = "amazon",
            NetworkBorderGroup = address.NetworkBorderGroup,
            Domain = DomainType.Vpc,
        };
    }

    private static void RefuseUnserved(AllocateAddressRequest request, Call call)
    {
        if (request.Domain == DomainType.Standard)
        {
            throw Errors.InvalidParameterValue(
                "Value (standard) for parameter domain is invalid. EC2-Classic is no longer available.");
        }

        if (request.PublicIpv4Pool is not (null or "amazon") || request.CustomerOwnedIpv4Pool is not null
            || request.IpamPoolId is not null)
        {
            throw Errors.NotServed(
                "address pools of one's own (PublicIpv4Pool, CustomerOwnedIpv4Pool) or of IPAM (IpamPoolId)");
        }

        if (request.NetworkBorderGroup is { } group && group != call.Region)
        {
            throw Errors.InvalidParameterValue($"Value ({group}) for parameter networkBorderGroup is invalid.");
        }
    }
}
