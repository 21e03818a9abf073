using Orrery.Contracts.Regions;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Rules;

namespace Orrery.Services.Ec2;

/// <summary>
/// Gives an account what EC2 has in a region before anybody did anything: a set of DHCP options and the default VPC.
/// Scopes that are no region get nothing.
/// </summary>
internal sealed class RegionInitializer : IScopeInitializer
{
    /// <inheritdoc/>
    public void Initialize(Call call)
    {
        if (RegionCatalog.Find(call.Region) is not null)
        {
            DhcpRules.PutRegionDefault(call);
            DefaultVpc.Put(call);
        }
    }
}
