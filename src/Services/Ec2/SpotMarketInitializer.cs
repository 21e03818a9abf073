using Orrery.Contracts.Regions;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Rules.Markets;

namespace Orrery.Services.Ec2;

/// <summary>Draws the seed of a region's Spot market. Scopes that are no region get none.</summary>
internal sealed class SpotMarketInitializer : IScopeInitializer
{
    /// <inheritdoc/>
    public void Initialize(Call call)
    {
        if (RegionCatalog.Find(call.Region) is not null)
        {
            CapacityPools.Seed(call);
        }
    }
}
