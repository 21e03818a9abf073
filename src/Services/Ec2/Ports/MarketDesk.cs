using System.Text.Json.Nodes;
using Orrery.Contracts.Instances;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Fleets;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Services.Ec2.Rules.Markets;
using Orrery.Services.Ec2.Rules.Spot;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Ports;

/// <summary>Types, prices and the depth of Spot capacity for services that choose among them.</summary>
internal sealed class MarketDesk : IInstanceMarket
{
    private static readonly string[] Intel = ["x86_64", "i386"];

    /// <inheritdoc/>
    public OfferedType? Find(ReadCall call, string type) =>
        InstanceTypeCatalog.Find(type) is { } facts ? View(facts) : null;

    /// <inheritdoc/>
    public IReadOnlyList<OfferedType> Matching(ReadCall call, MarketWish wish)
    {
        var wanted = ShapeJson.Of<InstanceRequirementsRequest>(JsonNode.Parse(wish.Requirements)!.AsObject());
        var image = ImageAlias.Resolve(call, wish.ImageId) is { } id ? ImageOf.ToLaunch(call, id) : null;
        return [.. InstanceRequirementRules.Matching(
            wanted, image is null ? Intel : [image.Architecture], call.Region, wish.Spot, UnitOf(wish.Unit))
            .Select(View)];
    }

    /// <inheritdoc/>
    public MarketPrice PriceOf(ReadCall call, string zone, string type)
    {
        var seed = CapacityPools.SeedOf(call);
        var pool = new SpotPool(zone, type);
        return new(
            SpotTerms.OnDemand(call, type),
            SpotPrices.At(seed, call.Region, pool, call.Now),
            SpotWithdrawals.Depth(seed, call.Region, pool, call.Now));
    }

    private static Func<InstanceTypeFacts, int>? UnitOf(string unit) => unit switch
    {
        "vcpu" => type => type.Vcpus,
        "memory-mib" => type => type.MemoryMib,
        _ => null,
    };

    private static OfferedType View(InstanceTypeFacts type) => new(type.Name, type.Vcpus, type.MemoryMib)
    {
        Quota = VcpuBuckets.QuotaOf(type)?.Code, SpotQuota = SpotLimits.QuotaOf(type)?.Code,
    };
}
