using Orrery.Contracts.Regions;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Listing;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Regions;

/// <summary>
/// Lists regions. Every account is opted in to those that require it: nothing in Orrery closes a region. Filters: EC2
/// API
/// Reference, DescribeRegions.
/// </summary>
public sealed class DescribeRegions : IReadOperation<DescribeRegionsRequest, DescribeRegionsResult>
{
    private static readonly Filters<Contracts.Regions.Region> Filters = new Filters<Contracts.Regions.Region>()
        .One("endpoint", Endpoint)
        .One("opt-in-status", OptInStatus)
        .One("region-name", region => region.Code);

    /// <inheritdoc/>
    public DescribeRegionsResult Run(DescribeRegionsRequest request, ReadCall call)
    {
        // AllRegions adds the regions that are closed to the account, of which there are none.
        var passes = Filters.Compile(request.Filters, call);
        var regions = request.RegionNames is { Count: > 0 } names
            ? names.Distinct(StringComparer.Ordinal).Select(Named)
            : RegionCatalog.All;
        return new() { Regions = [.. regions.Where(passes).Select(View)] };
    }

    private static Contracts.Regions.Region Named(string name) => RegionCatalog.Find(name)
        ?? throw Errors.InvalidParameterValue($"Region not found: [{name}]");

    private static Wire.Generated.Ec2.Region View(Contracts.Regions.Region region) => new()
    {
        RegionName = region.Code,
        Endpoint = Endpoint(region),
        OptInStatus = OptInStatus(region),
        Geography = [new() { Name = region.Geography }],
    };

    private static string Endpoint(Contracts.Regions.Region region) => $"ec2.{region.Code}.amazonaws.com";

    private static string OptInStatus(Contracts.Regions.Region region) =>
        region.RequiresOptIn ? "opted-in" : "opt-in-not-required";
}
