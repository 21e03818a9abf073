using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ram.Listing;
using Orrery.Services.Ram.Rules;
using Orrery.Wire.Generated.Ram;

namespace Orrery.Services.Ram.Operations.Resources;

/// <summary>Lists the types of resources that can be shared here.</summary>
public sealed class ListResourceTypes : IReadOperation<ListResourceTypesRequest, ListResourceTypesResult>
{
    /// <inheritdoc/>
    public ListResourceTypesResult Run(ListResourceTypesRequest request, ReadCall call)
    {
        var types = ShareTypes.All.Where(_ => request.ResourceRegionScope is not ResourceRegionScopeFilter.Global);
        var (items, next) = Pages.Of(types, t => t.Name, request.MaxResults, request.NextToken);
        return new()
        {
            ResourceTypes =
            [
                .. items.Select(t => new ServiceNameAndResourceType
                {
                    ResourceType = t.Name,
                    ServiceName = t.Service,
                    ResourceRegionScope = ResourceRegionScope.Regional,
                }),
            ],
            NextToken = next,
        };
    }
}
