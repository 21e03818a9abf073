using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Subnets;

/// <summary>
/// Makes the default subnet of a zone again after it was deleted, in the first free block of the default VPC.
/// </summary>
public sealed class CreateDefaultSubnet : IWriteOperation<CreateDefaultSubnetRequest, CreateDefaultSubnetResult>
{
    /// <inheritdoc/>
    public CreateDefaultSubnetResult Run(CreateDefaultSubnetRequest request, Call call)
    {
        if (request.AvailabilityZone is null && request.AvailabilityZoneId is null)
        {
            throw Errors.Missing("availabilityZone");
        }

        var zone = Zones.Choose(call, request.AvailabilityZone, request.AvailabilityZoneId);
        var vpc = DefaultVpc.Find(call) ?? throw new Core.ServiceException(
            "DefaultVpcDoesNotExist", "No default VPC exists for this account in this region.");
        var there = SubnetRules.SubnetsOf(call, vpc.Id)
            .FirstOrDefault(subnet => subnet.DefaultForAz && subnet.AvailabilityZone == zone.Name);
        if (there is not null)
        {
            throw new Core.ServiceException(
                "DefaultSubnetAlreadyExistsInAvailabilityZone",
                $"'{there.Id}' is already the default subnet in {zone.Name}.");
        }

        Limits.CheckSubnets(call, vpc.Id);
        var made = request.Ipv6Native == true
            ? DefaultVpc.PutIpv6OnlySubnet(call, vpc, zone)
            : DefaultVpc.PutSubnet(call, vpc, zone);
        return new() { Subnet = SubnetView.Of(made, call) };
    }
}
