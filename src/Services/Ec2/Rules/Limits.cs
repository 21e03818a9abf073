using Orrery.Contracts;
using Orrery.Core;
using Orrery.Kernel.Calls;

namespace Orrery.Services.Ec2.Rules;

/// <summary>Quotas of a VPC network: their Service Quotas codes and defaults. Source: Amazon VPC User Guide, "Amazon VPC quotas".</summary>
internal static class Limits
{
    /// <summary>Refuses one more VPC than the region may hold.</summary>
    public static void CheckVpcs(Call call)
    {
        if (call.Read(Tables.Vpcs).Count >= call.Port<IQuotas>().Limit("L-F678F1CE", 5))
        {
            throw new ServiceException("VpcLimitExceeded", "The maximum number of VPCs has been reached.");
        }
    }
}
