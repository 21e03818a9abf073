using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.InstanceTypes;

/// <summary>Lists instance types, by name. Every region has all of them.</summary>
public sealed class DescribeInstanceTypes : IReadOperation<DescribeInstanceTypesRequest, DescribeInstanceTypesResult>
{
    /// <inheritdoc/>
    public DescribeInstanceTypesResult Run(DescribeInstanceTypesRequest request, ReadCall call)
    {
        var passes = InstanceTypeFilters.All.Compile(request.Filters, call);
        var after = request.NextToken is { } token ? PageToken.KeyOf(token) : "";
        var types = Named(request).Where(t => string.CompareOrdinal(t.Name, after) > 0).Where(passes);
        var page = Lister.Cut(types, t => t.Name, request.MaxResults);
        return new() { InstanceTypes = page.As(InstanceTypeView.Of), NextToken = page.NextToken };
    }

    private static IEnumerable<InstanceTypeFacts> Named(DescribeInstanceTypesRequest request) =>
        request.InstanceTypes is not { Count: > 0 } types
            ? InstanceTypeCatalog.All
            : types.Distinct()
                .Select(type => InstanceTypeCatalog.Find(type.ToWire())
                    ?? throw new ServiceException(
                        "InvalidInstanceType",
                        $"The following supplied instance types do not exist: [{type.ToWire()}]"))
                .OrderBy(facts => facts.Name, StringComparer.Ordinal);
}
