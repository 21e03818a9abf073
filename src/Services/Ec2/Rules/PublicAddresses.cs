using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Rules;

/// <summary>Public addresses of a VPC. Source: Amazon VPC User Guide, "Enable internet access for a VPC".</summary>
internal static class PublicAddresses
{
    /// <summary>Whether a network interface of the VPC has an Elastic IP or another public address.</summary>
    public static bool AreMapped(ReadCall call, VpcId vpc)
    {
        var addresses = call.Read(Tables.Addresses);
        return call.Read(Tables.NetworkInterfaces).By(Tables.InterfacesByVpc, vpc.Value).Any(i =>
            i.AutoPublicIp is not null || addresses.HasAny(Tables.AddressesByInterface, i.Id.Value));
    }
}
